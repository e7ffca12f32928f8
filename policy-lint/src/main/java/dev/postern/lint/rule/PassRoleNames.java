package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ArnPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * {@code iam:PassRole} on roles by name: one rule where the name has a wildcard, one where it has
 * none and the service is left open. Access Analyzer is silent on both.
 */
record PassRoleNames(RuleInfo info, Names names) implements StatementRule {
  private static final String ROLE = "role/";

  /** How the roles are named. */
  enum Names {
    /** By patterns, of which the first is shown. */
    WILDCARD,
    /** In full, all of them. */
    EXACT
  }

  static PassRoleNames wildcard() {
    return new PassRoleNames(
        RuleInfo.warning("passrole-wildcard-name", "`iam:PassRole` on roles by a wildcard")
            .on(Kind.IDENTITY),
        Names.WILDCARD);
  }

  static PassRoleNames withoutService() {
    return new PassRoleNames(
        RuleInfo.suggestion("passrole-no-service", "`iam:PassRole` does not say to which service")
            .on(Kind.IDENTITY)
            .peers("boogy:passrole", "trivy:AWS-0342"),
        Names.EXACT);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()
        || !(statement.resource().value() instanceof ResourceElement.Resource)
        || StarResource.of(statement).isPresent()) {
      return;
    }
    ActionReach.of(statement, Handover.PASS_ROLE.action())
        .ifPresent(reach -> check(statement, reach, policy, findings));
  }

  private void check(
      Statement statement, ActionReach reach, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<ResourcePattern>> roles =
        statement.resource().value().patterns().stream()
            .filter(pattern -> roleName(pattern.value()).isPresent())
            .collect(ImmutableList.toImmutableList());
    Optional<Located<ResourcePattern>> open =
        roles.stream()
            .filter(role -> ActionReach.hasWildcard(roleName(role.value()).orElse("")))
            .findFirst();
    boolean namesTheService =
        KeyUse.allOf(statement, policy).stream()
            .anyMatch(use -> use.isOf(Handover.PASS_ROLE.key()));
    if (names == Names.WILDCARD && !Handover.PASS_ROLE.isConfined(statement, policy)) {
      open.ifPresent(
          role ->
              findings
                  .at(reach.span())
                  .message("`iam:PassRole` on each role that `" + role.value().text() + "` matches")
                  .advice("name the roles, or the service in `iam:PassedToService`")
                  .related(role.span(), "this is the wildcard")
                  .add());
    }
    if (names == Names.EXACT
        && reach.shape() == ActionReach.Shape.NAMED
        && open.isEmpty()
        && !roles.isEmpty()
        && !namesTheService
        && !Handover.PASS_ROLE.isConfined(statement, policy)) {
      findings
          .at(reach.span())
          .message("the role may be passed to every service that it trusts")
          .advice("name the service in a condition on `iam:PassedToService`")
          .related(roles.get(0).span(), "the role")
          .add();
    }
  }

  /* What stands behind `role/`: path and name. Nothing for an ARN that is of no role. */
  private static Optional<String> roleName(ResourcePattern pattern) {
    if (!(pattern instanceof ArnPattern arn)) {
      return Optional.empty();
    }
    String last = arn.fields().get(5);
    if (last.startsWith(ROLE)) {
      return Optional.of(last.substring(ROLE.length()));
    }
    boolean takesRolesIn = !last.isEmpty() && last.chars().allMatch(c -> c == '*');
    return takesRolesIn && arn.fields().get(2).equals("iam") ? Optional.of(last) : Optional.empty();
  }
}
