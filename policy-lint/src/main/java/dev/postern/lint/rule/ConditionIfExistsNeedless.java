package dev.postern.lint.rule;

import dev.postern.catalog.GlobalKey;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** {@code IfExists} on a key that every request has. */
final class ConditionIfExistsNeedless implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "condition-ifexists-needless", "`IfExists` on a key that is always there")
        .peers("boogy:ifexists_on_always_present_key");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.isIfExists() && isAlwaysThere(use, policy))
        .ifPresent(use -> report(use, statement.value(), findings));
  }

  /* A client that sends no user agent is rare, and no other. */
  static boolean isAlwaysThere(KeyUse use, LintedPolicy policy) {
    return !use.isOf("aws:UserAgent")
        && use.global(policy.catalog()).filter(GlobalKey::isAlwaysPresent).isPresent();
  }

  private static void report(KeyUse use, Statement statement, Findings findings) {
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message("every request has `" + use.key().text() + "`, so `IfExists` changes nothing")
            .advice("take `IfExists` away");
    OperatorEdit.to(OperatorEdit.like(use, use.quantifier(), false), Fix.Kind.AUTO, use, statement)
        .ifPresent(draft::fix);
    draft.add();
  }
}
