package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.function.Supplier;

/**
 * A key that some services set, in a statement for others, too. AWS: "AWS global condition context
 * keys", aws:VpceAccount: "Always scope the condition key to supported services".
 */
final class ConditionKeyServiceScope implements ConditionRule {
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.of("aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths");

  private static final Supplier<ImmutableSet<String>> SERVICES =
      Suppliers.memoize(
          () ->
              FactTable.read("vpce-key-services.tsv", 3).stream()
                  .map(row -> row.get(0))
                  .collect(toImmutableSet()));

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "condition-key-service-scope", "some services of the statement never set the key")
        .issueCode("USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    KeyUse.of(condition, policy)
        .filter(use -> KEYS.contains(use.foldedKey()) && use.domain() != Domain.PRESENCE)
        .ifPresent(
            use -> {
              ImmutableSet<String> others = others(statement, policy);
              if (!others.isEmpty()) {
                report(use, others, statement, findings);
              }
            });
  }

  /* A wildcard in the policy of a resource reaches the service of the resource alone. */
  private static ImmutableSet<String> others(Statement statement, LintedPolicy policy) {
    if (policy.type().kind().isResourceBased()
        && !(statement.action().value() instanceof Action element
            && element.patterns().stream()
                .noneMatch(pattern -> pattern.value().text().startsWith("*")))) {
      return ImmutableSet.of();
    }
    return policy.actions(statement).stream()
        .map(ActionDefinition::service)
        .filter(service -> !SERVICES.get().contains(service))
        .collect(toImmutableSet());
  }

  private static void report(
      KeyUse use, ImmutableSet<String> others, Statement statement, Findings findings) {
    boolean outage = statement.isDeny() && use.holdsOnAbsentKey();
    Findings.Draft draft =
        findings
            .at(use.keySpan())
            .message(
                "`"
                    + use.key().text()
                    + "` is never set by "
                    + NameList.quoted(others)
                    + (outage ? ": all requests to them are denied" : ""))
            .advice("name the actions of services that set it in this statement");
    if (outage) {
      draft.severity(Severity.SECURITY_WARNING);
    }
    draft.add();
  }
}
