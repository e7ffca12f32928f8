package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A third party may assume the role for any of its customers. AWS: "Access to AWS accounts owned by
 * third parties".
 */
final class TrustNoExternalId implements StatementRule {
  private static final ActionName ASSUME_ROLE = ActionName.of("sts:AssumeRole");
  private static final ImmutableSet<String> TELLING =
      ImmutableSet.of(
          "sts:externalid", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceorgid");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("trust-no-external-id", "a third party is trusted without external id")
        .on(Kind.TRUST)
        .optIn(expectations -> !expectations.organizationAccounts().isEmpty());
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.action().value().covers(ASSUME_ROLE)
        || isTold(statement, policy)
        || isToldByDeny(policy)) {
      return;
    }
    for (LetInAccount letIn : LetInAccount.of(statement, policy)) {
      if (!policy.expectations().organizationAccounts().contains(letIn.account())) {
        findings.add(
            letIn.span(),
            "the account `"
                + letIn.account()
                + "` is not of the organization, and needs no external id to assume the role",
            "require the `sts:ExternalId` that the third party made for you");
      }
    }
  }

  private static boolean isToldByDeny(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .anyMatch(statement -> statement.isDeny() && isTold(statement, policy));
  }

  private static boolean isTold(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .anyMatch(use -> TELLING.contains(use.foldedKey()));
  }
}
