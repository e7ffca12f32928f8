package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An {@code Allow} that one good value gets for all the others that the caller puts beside it. */
final class ConditionAllowForAnyValue implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "condition-allow-foranyvalue", "one good value carries any others with it")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY)
        .peers("boogy:foranyvalue_deny_without_null_check");
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
                use.quantifier() == Quantifier.FOR_ANY_VALUE
                    && !use.isNegated()
                    && use.domain() != Domain.PRESENCE
                    && !use.values().isEmpty())
        .filter(use -> ConditionStarValue.star(use).isEmpty())
        .filter(KeyRole.CALLERS_LIST::isOf)
        .filter(use -> !isLimited(use, statement.value(), policy))
        .ifPresent(use -> report(use, findings));
  }

  /*
   * All values are limited besides; or the values are names, such as those of tags, and another
   * test asks what stands under one: then this test asks whether it is there.
   */
  private static boolean isLimited(KeyUse use, Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .anyMatch(
            other ->
                other.key().equals(use.key())
                    ? other.quantifier() == Quantifier.FOR_ALL_VALUES
                    : asksUnderName(use, other));
  }

  private static boolean asksUnderName(KeyUse use, KeyUse other) {
    return use.isOf("aws:TagKeys")
        ? other.foldedKey().contains("tag/")
        : use.isOf("kms:EncryptionContextKeys")
            && (other.isOfFamily("kms:EncryptionContext:") || other.isOf("kms:ViaService"));
  }

  private static void report(KeyUse use, Findings findings) {
    String key = use.key().text();
    findings.add(
        use.valuesSpan(),
        "a request with one of these `" + key + "` may have any others as well",
        "`ForAllValues:` with `\"Null\": {\"" + key + "\": \"false\"}` limits all of them");
  }
}
