package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Tokens of a provider that were made for somebody else will do. */
record TrustOidcAudience(OidcIssuers issuers) implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("trust-oidc-no-audience", "whom a token was made for is not asked")
        .on(Kind.TRUST)
        .peers("boogy:missing_required_condition_for_assume_action", "checkov:CKV_AWS_358");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (OidcTrust trust : OidcTrust.of(statement.value(), policy)) {
      // Of one without any test, and of one whose audience is its tenant, other rules speak.
      if (trust.isOwnProvider()
          && !trust.tests().isEmpty()
          && !trust.names("aud")
          && issuers.claimsOf(trust.issuer()).stream()
              .noneMatch(claim -> claim.claim().equals("aud"))) {
        findings.add(
            trust.principal().span(),
            "tokens of `" + trust.issuer() + "` for any audience will do",
            "test `" + trust.issuer() + ":aud`; it is `sts.amazonaws.com` for most");
      }
    }
  }
}
