package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * An {@code Allow} whose limit a request without the key passes. AWS: "Set operators for
 * multivalued context keys", which asks for {@code Null} besides.
 */
final class ConditionForAllValuesNoNull implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "condition-forallvalues-no-null", "`ForAllValues` allows requests without the key")
        .on(
            Kind.IDENTITY,
            Kind.PERMISSIONS_BOUNDARY,
            Kind.SESSION,
            Kind.RESOURCE,
            Kind.KMS_KEY,
            Kind.TRUST,
            Kind.VPC_ENDPOINT)
        .peers("boogy:forallvalues_allow_without_null_check");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isAllow()) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(
            use ->
                use.quantifier() == Quantifier.FOR_ALL_VALUES
                    && use.isMultivalued()
                    && use.domain() != Domain.PRESENCE)
        .filter(use -> !KeyRole.HARMLESS_WHEN_ABSENT.isOf(use))
        .filter(use -> !isWanted(use, statement.value(), policy))
        .ifPresent(use -> report(use, findings));
  }

  /* Some other test of the key fails when it is absent. */
  private static boolean isWanted(KeyUse use, Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .anyMatch(other -> other.key().equals(use.key()) && !other.holdsOnAbsentKey());
  }

  private static void report(KeyUse use, Findings findings) {
    String key = use.key().text();
    findings.add(
        use.valuesSpan(),
        "a request without `" + key + "` passes `" + use.operator().text() + "`",
        "add `\"Null\": {\"" + key + "\": \"false\"}`");
  }
}
