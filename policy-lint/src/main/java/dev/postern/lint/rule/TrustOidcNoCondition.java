package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An OIDC provider whose tokens are taken whatever they say. */
final class TrustOidcNoCondition implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "trust-oidc-no-condition", "any token of an identity provider will do")
        .on(Kind.TRUST)
        .issueCode("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL")
        .peers("checkov:CKV_AWS_358", "boogy:missing_required_condition_for_assume_action");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (OidcTrust trust : OidcTrust.of(statement.value(), policy)) {
      if (trust.tests().isEmpty()) {
        findings.add(
            trust.principal().span(),
            "any token of `" + trust.issuer() + "` will do",
            "test `" + trust.issuer() + ":sub` and `" + trust.issuer() + ":aud`");
      }
    }
  }
}
