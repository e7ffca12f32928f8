package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A {@code Deny} without MFA that long-term keys escape. */
final class MfaDenyBool implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "mfa-deny-bool", "a `Deny` without MFA that long-term keys escape")
        .on(
            Kind.IDENTITY,
            Kind.PERMISSIONS_BOUNDARY,
            Kind.RESOURCE,
            Kind.KMS_KEY,
            Kind.SERVICE_CONTROL)
        .peers("parliament:BAD_PATTERN_FOR_MFA", "boogy:mfa_antipattern_bool_false");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isDeny()) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> MfaUse.isBool(use, false) && !use.isIfExists())
        .filter(use -> !MfaUse.isAbsenceDenied(policy))
        .ifPresent(use -> report(use, statement.value(), findings));
  }

  private static void report(KeyUse use, Statement statement, Findings findings) {
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message("requests with long-term keys have no such key and are not denied")
            .advice("`BoolIfExists` denies them, too");
    OperatorEdit.to(OperatorEdit.like(use, Quantifier.SINGLE, true), Fix.Kind.OFFER, use, statement)
        .ifPresent(draft::fix);
    draft.add();
  }
}
