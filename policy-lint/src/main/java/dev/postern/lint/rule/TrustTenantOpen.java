package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ConditionValue;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * A pattern over the claim that names the tenant, which other tenants' tokens match, too. Every
 * finding shows such a token's claim.
 */
record TrustTenantOpen(OidcIssuers issuers) implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "trust-oidc-tenant-open", "other tenants of the identity provider are let in, too")
        .on(Kind.TRUST)
        .issueCode("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED")
        .insteadOf("trust-github-sub-wildcard")
        .peers("checkov:CKV_AWS_358");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (OidcTrust trust : OidcTrust.of(statement.value(), policy)) {
      ImmutableList<TenantClaim> claims = issuers.claimsOf(trust.issuer());
      boolean isFixed =
          claims.stream()
              .flatMap(claim -> trust.namingTestsOf(claim.claim()).stream())
              .anyMatch(use -> fixesTenant(use, trust.claim(use), claims));
      if (!isFixed) {
        report(trust, claims, findings);
      }
    }
  }

  private static boolean fixesTenant(KeyUse use, String name, ImmutableList<TenantClaim> claims) {
    return use.texts().stream().allMatch(text -> foreign(use, name, text, claims).isEmpty());
  }

  private static Optional<String> foreign(
      KeyUse use, String name, String text, ImmutableList<TenantClaim> claims) {
    return claims.stream()
        .filter(claim -> claim.claim().equals(name))
        .flatMap(claim -> claim.foreignMatch(use, text).stream())
        .findFirst();
  }

  /* One finding for each open value that the other tests of the claim do not close again. */
  private static void report(
      OidcTrust trust, ImmutableList<TenantClaim> claims, Findings findings) {
    for (KeyUse use : trust.tests()) {
      String name = trust.claim(use);
      ImmutableList<KeyUse> others = trust.namingTestsOf(name);
      if (!others.contains(use)) {
        continue;
      }
      for (Located<ConditionValue> value : use.values()) {
        foreign(use, name, value.value().text(), claims)
            .filter(found -> others.stream().allMatch(other -> admits(other, found)))
            .ifPresent(found -> report(trust, value, found, findings));
      }
    }
  }

  private static boolean admits(KeyUse use, String claim) {
    return use.texts().stream()
        .anyMatch(
            text ->
                switch (use.base()) {
                  case STRING_LIKE -> Glob.of(text).matches(claim);
                  case STRING_EQUALS -> text.equals(claim);
                  case STRING_EQUALS_IGNORE_CASE -> text.equalsIgnoreCase(claim);
                  default -> false;
                });
  }

  private static void report(
      OidcTrust trust, Located<ConditionValue> value, String found, Findings findings) {
    Findings.Draft draft =
        findings
            .at(value.span())
            .message(
                "`" + value.value().text() + "` also matches `" + found + "`, of somebody else")
            .advice("write out the name that is yours, up to and with what ends it")
            .related(trust.principal().span(), "this provider serves many");
    if (!trust.issuer().equals(OidcTrust.GITHUB)) {
      draft.withoutIssueCode();
    }
    draft.add();
  }
}
