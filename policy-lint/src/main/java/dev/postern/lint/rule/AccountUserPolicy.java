package dev.postern.lint.rule;

import dev.postern.lint.account.AccountPolicy;
import dev.postern.lint.account.AccountPrincipal.User;
import dev.postern.lint.account.Attachment;
import dev.postern.model.PolicyType.Kind;

/**
 * A user with a policy of his own. AWS: "Security best practices in IAM": permissions come with
 * groups and roles, which tell what somebody does and not who he is.
 */
final class AccountUserPolicy implements PrincipalRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("account-user-policy", "a user has a policy of his own")
        .on(Kind.IDENTITY)
        .optIn()
        .peers("cfn_nag:F10", "cfn_nag:F11", "cfn_nag:F12", "checkov:CKV_AWS_40", "trivy:AWS-0143");
  }

  @Override
  public void check(LintedPrincipal principal, Findings findings) {
    if (principal.details().orElse(null) instanceof User user) {
      for (AccountPolicy policy : user.entry().inline()) {
        principal
            .account()
            .ifPresent(
                account ->
                    findings.add(
                        account.policy(policy).span(),
                        "the policy belongs to one user",
                        "attach it to a group, or to a role that he assumes"));
      }
      for (Attachment attachment : user.entry().attached()) {
        findings.add(
            attachment.arn().span(),
            "`" + attachment.arn().value() + "` is attached to one user",
            "attach it to a group, or to a role that he assumes");
      }
    }
  }
}
