package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A condition key under a name that AWS gave up. AWS: "AWS global condition context keys". */
final class ConditionKeyDeprecated implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("condition-key-deprecated", "the condition key has a newer name")
        .issueCode("DEPRECATED_GLOBAL_CONDITION_KEY");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .ifPresent(
            use ->
                KeysBesideCatalog.bundled()
                    .successor(use.key())
                    .ifPresent(name -> report(use, name, statement.value(), findings)));
  }

  private static void report(KeyUse use, String name, Statement statement, Findings findings) {
    Findings.Draft draft =
        findings
            .at(use.keySpan())
            .message("`" + use.key().text() + "` is an old name that AWS documents no more")
            .advice("write `" + name + "`");
    NameEdit.key(Fix.Kind.OFFER, use, statement, name).ifPresent(draft::fix);
    draft.add();
  }
}
