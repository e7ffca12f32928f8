package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A key that is there taken for a key that is true. */
final class MfaNullAsProof implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "mfa-null-as-proof", "that the MFA key is there proves no MFA: it may be false")
        .peers("boogy:mfa_antipattern_null_false", "parliament:BAD_PATTERN_FOR_MFA");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    boolean allows = statement.value().isAllow();
    KeyUse.of(condition, policy)
        .filter(use -> MfaUse.isNull(use, !allows))
        .filter(use -> !isCompared(statement.value(), policy))
        .ifPresent(
            use ->
                findings.add(
                    use.valuesSpan(),
                    "sessions without MFA have `aws:MultiFactorAuthPresent`, too: it is `false`",
                    allows
                        ? "`\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}` asks for MFA"
                        : "`\"BoolIfExists\": {\"aws:MultiFactorAuthPresent\": \"false\"}` denies"
                            + " them as well"));
  }

  /* Of an Allow the statement itself has to compare it, of a Deny any statement may. */
  private static boolean isCompared(Statement statement, LintedPolicy policy) {
    return statement.isAllow()
        ? KeyUse.allOf(statement, policy).stream().anyMatch(use -> MfaUse.isBool(use, true))
        : MfaUse.denials(policy).stream().anyMatch(use -> MfaUse.isBool(use, false));
  }
}
