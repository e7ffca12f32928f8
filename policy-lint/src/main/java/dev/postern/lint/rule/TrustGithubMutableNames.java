package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** GitHub's repositories by names, which somebody else can take once they are free. */
final class TrustGithubMutableNames implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "trust-github-mutable-names", "a repository is known by names that can change hands")
        .on(Kind.TRUST)
        .strict();
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (OidcTrust trust : OidcTrust.of(statement.value(), policy)) {
      if (trust.issuer().equals(OidcTrust.GITHUB)
          && !trust.names("repository_id")
          && !trust.names("repository_owner_id")
          && !trust.names("enterprise_id")) {
        trust.tests().stream()
            .filter(use -> namesByName(trust, use))
            .findFirst()
            .ifPresent(use -> report(use, findings));
      }
    }
  }

  /* The immutable form of the subject has ids behind the names: repo:acme@1234/app@5678. */
  private static boolean namesByName(OidcTrust trust, KeyUse use) {
    String claim = trust.claim(use);
    return trust.namingTestsOf(claim).contains(use)
        && switch (claim) {
          case "sub" ->
              use.texts().stream()
                  .anyMatch(text -> text.startsWith("repo:") && text.indexOf('@') < 0);
          case "repository", "repository_owner" -> true;
          default -> false;
        };
  }

  private static void report(KeyUse use, Findings findings) {
    findings.add(
        use.valuesSpan(),
        "owner and repository by name only; once renamed or deleted, the name is free for others",
        "test `repository_owner_id` or `repository_id`, too, or use the immutable form of the"
            + " subject");
  }
}
