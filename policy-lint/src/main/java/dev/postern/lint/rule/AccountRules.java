package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.ProblemCode;

/** The rules about what IAM tells of an account. */
final class AccountRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.of(
          ReaderProblem.of(
              RuleInfo.warning(
                  "account-incomplete", "what IAM tells of an account is not all there"),
              ProblemCode.ACCOUNT_INCOMPLETE),
          new AccountUserPolicy(),
          new AccountAdminAttached(),
          new AccountRiskyManaged(),
          new AccountBoundaryMissing(),
          new AccountTrustUnusedAccount(),
          new AccountOverprivilegedCompute(new ServicePrincipals()),
          new AccountCircularAccess());

  private AccountRules() {}
}
