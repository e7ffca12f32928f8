package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A set operator on a key of one value. AWS: "Single-valued vs. multivalued context keys". */
final class ConditionQuantifiedSingle implements ConditionRule {
  private final RuleInfo info;
  private final Quantifier quantifier;

  private ConditionQuantifiedSingle(RuleInfo info, Quantifier quantifier) {
    this.info = info;
    this.quantifier = quantifier;
  }

  static Rule forAllValues() {
    return new ConditionQuantifiedSingle(
        RuleInfo.securityWarning(
                "condition-forallvalues-single",
                "`ForAllValues` passes requests without the key, which has one value")
            .issueCode("FORALLVALUES_WITH_SINGLE_VALUED_KEY")
            .peers(
                "parliament:SINGLE_VALUE_CONDITION_TOO_PERMISSIVE",
                "boogy:set_operator_on_single_valued_key"),
        Quantifier.FOR_ALL_VALUES);
  }

  static Rule forAnyValue() {
    return new ConditionQuantifiedSingle(
        RuleInfo.warning(
                "condition-foranyvalue-single", "`ForAnyValue` on a key that has one value")
            .peers(
                "parliament:SINGLE_VALUE_CONDITION_TOO_PERMISSIVE",
                "boogy:set_operator_on_single_valued_key"),
        Quantifier.FOR_ANY_VALUE);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.quantifier() == quantifier && isSingle(use))
        .ifPresent(use -> report(use, statement.value(), findings));
  }

  private static boolean isSingle(KeyUse use) {
    return use.domain() != Domain.PRESENCE
        && use.definition().filter(key -> !key.isMultivalued()).isPresent()
        // The audience is a list in the token and one value in the request: a rule of its own.
        && !(use.quantifier() == Quantifier.FOR_ANY_VALUE && use.foldedKey().endsWith(":aud"));
  }

  private void report(KeyUse use, Statement statement, Findings findings) {
    boolean opens =
        quantifier == Quantifier.FOR_ALL_VALUES && !use.isNegated() && !use.isIfExists();
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message(
                opens
                    ? "`"
                        + use.operator().text()
                        + "` is true when a request has no `"
                        + use.key().text()
                        + "`"
                    : "`"
                        + use.key().text()
                        + "` has one value, and `"
                        + use.operator().text()
                        + "` is for several")
            .advice(
                opens
                    ? "without `ForAllValues:` a request that lacks the key fails the test"
                    : "take the prefix away");
    OperatorEdit.to(
            OperatorEdit.like(use, Quantifier.SINGLE, use.isIfExists()),
            meansTheSameWithout(use) ? Fix.Kind.AUTO : Fix.Kind.OFFER,
            use,
            statement)
        .ifPresent(draft::fix);
    draft.add();
  }

  /*
   * ForAllValues passes an empty text and a missing key, as negated operators do and no others;
   * ForAnyValue passes neither. What it makes of IfExists, and what no values mean, AWS does not say.
   */
  private boolean meansTheSameWithout(KeyUse use) {
    if (use.values().isEmpty()) {
      return false;
    }
    return quantifier == Quantifier.FOR_ALL_VALUES
        ? use.isNegated() && !use.texts().contains("")
        : !use.isNegated() && !use.isIfExists();
  }
}
