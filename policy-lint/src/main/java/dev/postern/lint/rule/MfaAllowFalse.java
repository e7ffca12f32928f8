package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An {@code Allow} for those who did not use MFA. */
final class MfaAllowFalse implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("mfa-allow-false", "allowed only without MFA")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST)
        .peers(
            "parliament:BAD_PATTERN_FOR_MFA",
            "boogy:mfa_antipattern_bool_false",
            "boogy:mfa_antipattern_null_true");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isAllow()) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> MfaUse.isBool(use, false) || MfaUse.isNull(use, true))
        .ifPresent(
            use ->
                findings.add(
                    use.valuesSpan(),
                    "only requests without MFA pass `" + use.operator().text() + "` here",
                    "`\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}` asks for MFA"));
  }
}
