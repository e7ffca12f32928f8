package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An account is let in that is neither the owner's nor trusted by them. */
record CrossAccount(RuleInfo info, String advice) implements StatementRule {

  static CrossAccount ofRoles() {
    return new CrossAccount(
        RuleInfo.warning(
                "trust-cross-account", "an account that is not trusted may assume the role")
            .on(Kind.TRUST)
            .optIn(CrossAccount::saysWhoseAccounts)
            .peers("cloudsplaining:AssumableByCrossAccountPrincipal", "cfripper:CrossAccountTrust"),
        "take the account out, or list it under `trustedAccounts`");
  }

  static CrossAccount ofResources() {
    return new CrossAccount(
        RuleInfo.warning("cross-account", "an account that is not trusted gets access")
            .on(PolicyTypes.OF_RESOURCES)
            .optIn(CrossAccount::saysWhoseAccounts)
            .peers("prowler:*_cross_account_access"),
        "take the account out, or list it under `trustedAccounts`");
  }

  private static boolean saysWhoseAccounts(Expectations expectations) {
    return !expectations.organizationAccounts().isEmpty()
        || !expectations.trustedAccounts().isEmpty();
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (LetInAccount letIn : LetInAccount.of(statement.value(), policy)) {
      if (isForeign(letIn.account(), policy)) {
        findings.add(
            letIn.span(),
            letIn.name().equals(letIn.account())
                ? "the account `" + letIn.account() + "` is not among the trusted ones"
                : "`"
                    + letIn.name()
                    + "` is of the account `"
                    + letIn.account()
                    + "`, which is not among the trusted ones",
            advice);
      }
    }
  }

  private static boolean isForeign(String account, LintedPolicy policy) {
    Expectations expectations = policy.expectations();
    return !expectations.organizationAccounts().contains(account)
        && !expectations.trustedAccounts().contains(account)
        && ResourceOwner.of(policy).filter(account::equals).isEmpty();
  }
}
