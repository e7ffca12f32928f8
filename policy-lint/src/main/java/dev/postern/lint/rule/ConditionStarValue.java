package dev.postern.lint.rule;

import dev.postern.catalog.ValueType;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.ConditionValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * A value that every value of the request matches: what is left is whether the key is there. AWS:
 * "IAM Access Analyzer policy check reference", equivalent to null false and true.
 */
final class ConditionStarValue implements ConditionRule {
  private final RuleInfo info;
  private final boolean negated;

  private ConditionStarValue(RuleInfo info, boolean negated) {
    this.info = info;
    this.negated = negated;
  }

  static Rule present() {
    return new ConditionStarValue(
        RuleInfo.suggestion("condition-star-value", "a `*` that asks only whether the key is there")
            .issueCode("EQUIVALENT_TO_NULL_FALSE")
            .insteadOf("condition-arn-value"),
        false);
  }

  static Rule absent() {
    return new ConditionStarValue(
        RuleInfo.suggestion("condition-star-negated", "a `*` that asks whether the key is absent")
            .issueCode("EQUIVALENT_TO_NULL_TRUE"),
        true);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(this::isMeant)
        .ifPresent(use -> star(use).ifPresent(star -> report(use, star, statement, findings)));
  }

  /* `ForAllValues` passes an absent key, and negated `ForAnyValue` passes nothing at all. */
  private boolean isMeant(KeyUse use) {
    if (use.isIfExists()) {
      return false;
    }
    return negated
        ? use.base() == BaseOperator.STRING_NOT_LIKE && use.quantifier() != Quantifier.FOR_ANY_VALUE
        : takesStars(use) && !use.isNegated() && use.quantifier() != Quantifier.FOR_ALL_VALUES;
  }

  /** Whether a `*` stands for any value under the operator, negated or not. */
  static boolean takesStars(KeyUse use) {
    return switch (use.base()) {
      case STRING_LIKE, STRING_NOT_LIKE -> true;
      case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> true;
      default -> false;
    };
  }

  /** The first value that is `*`. */
  static Optional<Located<ConditionValue>> star(KeyUse use) {
    return use.values().stream().filter(value -> value.value().text().equals("*")).findFirst();
  }

  private void report(
      KeyUse use, Located<ConditionValue> star, Located<Statement> statement, Findings findings) {
    String word = Boolean.toString(negated);
    Findings.Draft draft =
        findings
            .at(star.span())
            .message(
                "`*` under `"
                    + use.operator().text()
                    + "` asks only whether `"
                    + use.key().text()
                    + (negated ? "` is absent" : "` is there"))
            .advice("`\"Null\": {\"" + use.key().text() + "\": \"" + word + "\"}` says so");
    if (use.quantifier() == Quantifier.SINGLE && use.domain() == BaseOperator.Domain.STRING) {
      Fix.Kind kind = isNeverEmpty(use) ? Fix.Kind.AUTO : Fix.Kind.OFFER;
      OperatorEdit.toNull(negated, kind, use, statement.value()).ifPresent(draft::fix);
    }
    draft.add();
  }

  /*
   * The empty text, such as that of a tag, matches `*` and counts as absent; and of several values
   * without a prefix AWS does not say what is compared.
   */
  private static boolean isNeverEmpty(KeyUse use) {
    return use.definition().filter(key -> !key.isMultivalued()).isPresent()
        && (use.isOfType(ValueType.ARN) || ConfiningKey.of(use).isPresent());
  }
}
