package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A {@code Deny} that one more value of the caller's own escapes. */
final class ConditionDenyForAllValues implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
        "condition-deny-forallvalues", "one more value escapes a `Deny` with `ForAllValues`");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isDeny()) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(
            use ->
                use.quantifier() == Quantifier.FOR_ALL_VALUES
                    && use.isMultivalued()
                    && !use.isNegated()
                    && use.domain() != Domain.PRESENCE
                    && !use.values().isEmpty()
                    && ConditionStarValue.star(use).isEmpty())
        .ifPresent(use -> report(use, statement.value(), findings));
  }

  private static void report(KeyUse use, Statement statement, Findings findings) {
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message(
                "only requests all of whose `"
                    + use.key().text()
                    + "` are listed here are denied; any other value beside them escapes")
            .advice("`ForAnyValue:` denies as soon as one of them is listed");
    OperatorEdit.to(
            OperatorEdit.like(use, Quantifier.FOR_ANY_VALUE, use.isIfExists()),
            Fix.Kind.OFFER,
            use,
            statement)
        .ifPresent(draft::fix);
    draft.add();
  }
}
