package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * A subject of GitHub that lets in more than one branch of one repository. One table. GitHub:
 * "OpenID Connect reference".
 *
 * @param info the rule
 * @param fault what is wrong with a subject, or nothing
 * @param advice what would be better
 */
record TrustGithubSubject(RuleInfo info, Fault fault, String advice) implements StatementRule {
  /* What a subject begins with when an organization leaves it as it is, or composes its own. */
  private static final ImmutableList<String> TENANTS =
      ImmutableList.of(
          "repo:", "repository", "job_workflow_ref:", "enterprise", "organization", "actor_id:");

  /** What is wrong with a value of {@code sub}. */
  @FunctionalInterface
  private interface Fault {
    Optional<String> of(KeyUse use, String subject, OidcTrust trust);
  }

  static TrustGithubSubject wildcard() {
    return new TrustGithubSubject(
        RuleInfo.warning("trust-github-sub-wildcard", "more than one branch may assume the role")
            .on(Kind.TRUST)
            .issueCode("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED")
            .peers("checkov:CKV_AWS_358"),
        TrustGithubSubject::wildcardFault,
        "name the repository and the branch or environment: `repo:OWNER/REPO:ref:refs/heads/main`");
  }

  static TrustGithubSubject claimOrder() {
    return new TrustGithubSubject(
        RuleInfo.securityWarning(
                "trust-github-claim-order", "a subject of GitHub names no owner and no repository")
            .on(Kind.TRUST)
            .peers("checkov:CKV_AWS_358"),
        TrustGithubSubject::claimOrderFault,
        "let the subject begin with the repository, `repo:OWNER/REPO:…`, or test"
            + " `repository_owner_id`, too");
  }

  static TrustGithubSubject pullRequest() {
    return new TrustGithubSubject(
        RuleInfo.warning("trust-github-pull-request", "pull requests may assume the role")
            .on(Kind.TRUST),
        TrustGithubSubject::pullRequestFault,
        "name a branch or an environment, unless whoever opens a pull request may do all that the"
            + " role may");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (OidcTrust trust : OidcTrust.of(statement.value(), policy)) {
      if (trust.issuer().equals(OidcTrust.GITHUB)) {
        trust.namingTestsOf("sub").forEach(use -> check(use, trust, findings));
      }
    }
  }

  private void check(KeyUse use, OidcTrust trust, Findings findings) {
    boolean isSpelledElsewhere =
        trust.namingTestsOf("sub").stream()
            .anyMatch(
                other ->
                    !other.operatorSpan().equals(use.operatorSpan())
                        && other.texts().stream().allMatch(text -> firstWildcard(other, text) < 0));
    if (isSpelledElsewhere) {
      return;
    }
    for (Located<ConditionValue> value : use.values()) {
      fault
          .of(use, value.value().text(), trust)
          .ifPresent(found -> findings.add(value.span(), found, advice));
    }
  }

  private static Optional<String> wildcardFault(KeyUse use, String subject, OidcTrust trust) {
    boolean namesBranch =
        trust.names("ref") || trust.names("environment") || trust.names("job_workflow_ref");
    return !namesBranch && firstWildcard(use, subject) >= 0 && subject.startsWith("repo:")
        ? Optional.of("`" + subject + "` leaves open which branch, tag, environment or event it is")
        : Optional.empty();
  }

  private static Optional<String> claimOrderFault(KeyUse use, String subject, OidcTrust trust) {
    boolean namesTenant =
        trust.names("repository")
            || trust.names("repository_owner")
            || trust.names("repository_id")
            || trust.names("repository_owner_id")
            || trust.names("job_workflow_ref")
            || trust.names("enterprise_id");
    int wildcard = firstWildcard(use, subject);
    String spelled = wildcard < 0 ? subject : subject.substring(0, wildcard);
    return !namesTenant
            && spelled.indexOf(':') > 0
            && !subject.contains("${")
            && TENANTS.stream().noneMatch(subject::contains)
        ? Optional.of("`" + subject + "` names neither owner nor repository: anyone's may match")
        : Optional.empty();
  }

  private static Optional<String> pullRequestFault(KeyUse use, String subject, OidcTrust trust) {
    return subject.endsWith(":pull_request")
        ? Optional.of("`" + subject + "` lets in the workflows of pull requests")
        : Optional.empty();
  }

  private static int firstWildcard(KeyUse use, String subject) {
    if (use.base() != BaseOperator.STRING_LIKE) {
      return -1;
    }
    int star = subject.indexOf('*');
    int question = subject.indexOf('?');
    return star < 0 || (question >= 0 && question < star) ? question : star;
  }
}
