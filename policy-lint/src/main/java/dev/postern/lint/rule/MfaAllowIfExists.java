package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An {@code Allow} with MFA that long-term keys pass without it. */
final class MfaAllowIfExists implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "mfa-allow-ifexists", "an `Allow` with MFA that long-term keys pass without it")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST)
        .insteadOf("condition-ifexists-allow")
        .peers("boogy:mfa_antipattern_boolif_exists_false");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isAllow()) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> MfaUse.isBool(use, true) && use.isIfExists())
        .ifPresent(use -> report(use, statement.value(), findings));
  }

  private static void report(KeyUse use, Statement statement, Findings findings) {
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message("requests with long-term keys have no such key and are allowed")
            .advice("`Bool` wants the key to be there");
    OperatorEdit.to(
            OperatorEdit.like(use, Quantifier.SINGLE, false), Fix.Kind.OFFER, use, statement)
        .ifPresent(draft::fix);
    draft.add();
  }
}
