package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Values of one key that are written as different types of JSON. */
final class ConditionMixedTypes implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("condition-mixed-types", "values of one key have different JSON types")
        .issueCode("INVALID_CONDITION_DATA_TYPE");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    long kinds =
        condition.values().value().stream().map(value -> value.value().kind()).distinct().count();
    if (kinds > 1) {
      findings.add(
          condition.values().span(),
          "the values of `" + condition.key().value().text() + "` have different JSON types",
          "write all of them in quotes");
    }
  }
}
