package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.function.Predicate;

/**
 * A provider that serves many tenants, trusted whichever tenant the token is for. AWS:
 * "Identity-provider controls for shared OIDC providers".
 *
 * @param info the rule
 * @param issuers which claims name the tenant
 * @param isMeant the issuers that the rule speaks of
 * @param whoever who is let in
 */
record TrustTenantUnnamed(
    RuleInfo info, OidcIssuers issuers, Predicate<String> isMeant, String whoever)
    implements StatementRule {

  static TrustTenantUnnamed sharedIssuer(OidcIssuers issuers) {
    return new TrustTenantUnnamed(
        RuleInfo.securityWarning(
                "trust-oidc-shared-issuer", "an identity provider of many is trusted for all")
            .on(Kind.TRUST)
            .insteadOf("trust-oidc-no-condition"),
        issuers,
        issuer -> !issuer.equals(OidcTrust.GITHUB) && !issuer.equals(OidcTrust.COGNITO),
        "every tenant of it");
  }

  static TrustTenantUnnamed github(OidcIssuers issuers) {
    return new TrustTenantUnnamed(
        RuleInfo.securityWarning(
                "trust-github-no-sub", "every repository of GitHub may assume the role")
            .on(Kind.TRUST)
            .issueCode("MISSING_GITHUB_REPO_CONDITION_KEY")
            .insteadOf("trust-oidc-no-condition")
            .peers("checkov:CKV_AWS_358", "checkov:CKV_AWS_393"),
        issuers,
        OidcTrust.GITHUB::equals,
        "every repository of GitHub");
  }

  static TrustTenantUnnamed cognito(OidcIssuers issuers) {
    return new TrustTenantUnnamed(
        RuleInfo.securityWarning(
                "trust-cognito-no-pool", "every Cognito identity pool may assume the role")
            .on(Kind.TRUST)
            .issueCode("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL")
            .insteadOf("trust-oidc-no-condition"),
        issuers,
        OidcTrust.COGNITO::equals,
        "every identity pool of every account");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (OidcTrust trust : OidcTrust.of(statement.value(), policy)) {
      String issuer = trust.issuer();
      if (issuers.isShared(issuer)
          && isMeant.test(issuer)
          && issuers.claimsOf(issuer).stream().noneMatch(claim -> trust.names(claim.claim()))) {
        findings.add(
            trust.principal().span(),
            "`" + issuer + "` is trusted for " + whoever,
            "say whom you mean: `StringEquals` or `StringLike` on " + issuers.claimNames(issuer));
      }
    }
  }
}
