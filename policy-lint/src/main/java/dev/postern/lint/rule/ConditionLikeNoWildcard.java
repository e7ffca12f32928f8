package dev.postern.lint.rule;

import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator;
import dev.postern.model.PolicyVersion;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** {@code StringLike} whose values are no patterns. */
final class ConditionLikeNoWildcard implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("condition-like-no-wildcard", "`StringLike` without a wildcard")
        .strict();
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    PolicyVersion version = policy.document().version().value();
    KeyUse.of(condition, policy)
        .filter(use -> use.base() == BaseOperator.STRING_LIKE && !use.values().isEmpty())
        .filter(
            use ->
                use.texts().stream()
                    .noneMatch(text -> ConditionWildcardNoLike.hasWildcard(text, version)))
        .ifPresent(use -> report(use, statement.value(), findings));
  }

  private static void report(KeyUse use, Statement statement, Findings findings) {
    ConditionOperator.Known exact =
        new ConditionOperator.Known(BaseOperator.STRING_EQUALS, use.quantifier(), use.isIfExists());
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message("no value under `" + use.operator().text() + "` has a wildcard")
            .advice("`" + exact.text() + "` says that these very values are meant");
    OperatorEdit.to(exact, Fix.Kind.AUTO, use, statement).ifPresent(draft::fix);
    draft.add();
  }
}
