package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.HashSet;
import java.util.Set;

/**
 * Everything on everything but a little, be it by one statement or by several. What is left out
 * must be little, and of no consequence for who may do what.
 */
final class AdminEquivalent implements PolicyRule {
  /* One action in a hundred, which is less than EC2 has. */
  private static final int PART_LEFT_OUT = 100;

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("admin-equivalent", "all but everything is allowed")
        .on(Kind.IDENTITY);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    ImmutableList<Statement> statements =
        policy.document().statementList().stream().map(Located::value).collect(toImmutableList());
    ImmutableList<Statement> wide =
        statements.stream().filter(AdminEquivalent::isWide).collect(toImmutableList());
    int most = wide.stream().mapToInt(statement -> policy.actions(statement).size()).sum();
    int all = policy.catalog().info().actions();
    if (statements.stream().anyMatch(AdminFull::isAdmin) || most < all - all / PART_LEFT_OUT) {
      return;
    }
    Set<ActionDefinition> granted = new HashSet<>();
    wide.forEach(statement -> granted.addAll(policy.actions(statement)));
    statements.stream()
        .filter(Statement::isDeny)
        .forEach(statement -> policy.actions(statement).forEach(granted::remove));
    ImmutableList<ActionDefinition> missing =
        policy.catalog().expand("*").stream()
            .filter(action -> !granted.contains(action))
            .collect(toImmutableList());
    if (missing.size() <= all / PART_LEFT_OUT
        && missing.stream().noneMatch(AdminEquivalent::isOfConsequence)) {
      report(wide, missing, policy, findings);
    }
  }

  private static boolean isWide(Statement statement) {
    return statement.isAllow()
        && statement.condition().value().conditions().isEmpty()
        && StarResource.of(statement).isPresent();
  }

  private static boolean isOfConsequence(ActionDefinition action) {
    return action.level() == AccessLevel.PERMISSIONS_MANAGEMENT
        || (action.service().equals("iam") && action.level().isWriteLike());
  }

  private static void report(
      ImmutableList<Statement> wide,
      ImmutableList<ActionDefinition> missing,
      LintedPolicy policy,
      Findings findings) {
    Findings.Draft draft =
        findings
            .at(wide.get(0).action().span())
            .message(
                "every action on every resource"
                    + (missing.isEmpty()
                        ? ""
                        : " but "
                            + NameList.quoted(
                                missing.stream().map(ActionDefinition::fullName).toList()))
                    + ", as of the catalog of "
                    + policy.catalog().info().dataDate())
            .advice("name the services and resources that are needed");
    wide.stream()
        .skip(1)
        .forEach(statement -> draft.related(statement.action().span(), "and these"));
    draft.add();
  }
}
