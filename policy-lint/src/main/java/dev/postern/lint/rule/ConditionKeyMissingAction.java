package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A key that one action sets, in a statement that does not speak of that action. */
final class ConditionKeyMissingAction implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "condition-key-missing-action", "the one action that sets the key is not there")
        .issueCode("MISSING_ACTION_FOR_CONDITION_KEY");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    ConditionKey key = condition.key().value();
    KeysOfOneAction.bundled()
        .missing(key, statement.value())
        .ifPresent(
            action ->
                findings.add(
                    condition.key().span(),
                    "`" + key.text() + "` without `" + action.text() + "`, the action that sets it",
                    "add the action, or take the test out"));
  }
}
