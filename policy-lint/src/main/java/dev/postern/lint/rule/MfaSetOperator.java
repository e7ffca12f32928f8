package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A set operator on the MFA keys, which have one value or none. */
final class MfaSetOperator implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("mfa-set-operator", "a set operator on a key that tells of MFA")
        .issueCode("FORALLVALUES_WITH_SINGLE_VALUED_KEY")
        .insteadOf(
            "condition-forallvalues-single",
            "condition-foranyvalue-single",
            "condition-ifexists-allow");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(
            use ->
                use.isOfFamily(MfaUse.FAMILY)
                    && use.quantifier() != Quantifier.SINGLE
                    && use.domain() != Domain.PRESENCE)
        .ifPresent(use -> report(use, statement.value(), findings));
  }

  private static void report(KeyUse use, Statement statement, Findings findings) {
    boolean isForAll = use.quantifier() == Quantifier.FOR_ALL_VALUES;
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message(
                isForAll
                    ? "`"
                        + use.operator().text()
                        + "` is true for requests without `"
                        + use.key().text()
                        + "`, such as those with long-term keys"
                    : "`" + use.key().text() + "` has one value, and `ForAnyValue` is for several")
            .advice("take the prefix away");
    if (!isForAll) {
      draft.withoutIssueCode();
    }
    OperatorEdit.to(
            OperatorEdit.like(use, Quantifier.SINGLE, use.isIfExists()),
            Fix.Kind.OFFER,
            use,
            statement)
        .ifPresent(draft::fix);
    draft.add();
  }
}
