package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A grant that its owner forbids, for what it gives or for the condition that it is given under.
 */
final class ForbiddenAction implements StatementRule, ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("forbidden-action", "a policy gives what none may give")
        .on(PolicyTypes.GRANTS)
        .optIn(
            expectations ->
                !expectations.forbiddenAccess().isEmpty()
                    || !expectations.forbiddenConditions().isEmpty())
        .peers("boogy:forbidden_action");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    ImmutableList<GrantedAccess> granted =
        GrantedAccess.allOf(located.value(), policy.expectations().forbiddenAccess(), policy);
    if (!granted.isEmpty()) {
      findings
          .at(granted.get(0).action())
          .message("forbidden: " + NameList.quoted(GrantedAccess.actions(granted)))
          .advice("take it out; `forbiddenAccess` lists it")
          .related(granted.get(0).resource(), "on these resources")
          .add();
    }
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> statement.value().isAllow())
        .filter(
            use ->
                policy.expectations().forbiddenConditions().stream()
                    .anyMatch(test -> new ExpectedTest(test).isMadeBy(use)))
        .ifPresent(
            use ->
                findings.add(
                    use.keySpan(),
                    "`"
                        + use.operator().text()
                        + "` on `"
                        + use.key().text()
                        + "` is a forbidden condition",
                    "grant under another condition; `forbiddenConditions` lists this one"));
  }
}
