package dev.postern.lint.rule;

import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Several truth values for a key that has one: any of them may match, so the test is none. */
final class ConditionBoolMany implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("condition-bool-many", "more than one truth value for one key")
        .issueCode("INVALID_CONDITION_MULTIPLE_BOOLEAN");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.base() == BaseOperator.BOOL && !use.isMultivalued())
        .filter(use -> use.values().size() > 1)
        .ifPresent(
            use ->
                findings.add(
                    use.valuesSpan(),
                    use.values().size()
                        + " truth values for `"
                        + use.key().text()
                        + "`, of which a request has one",
                    "keep the one that is meant; `true` and `false` together restrict nothing"));
  }
}
