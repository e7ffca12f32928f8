package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.lint.account.AccountPrincipal;
import dev.postern.lint.account.Attachment;
import dev.postern.lint.rule.PrincipalGrants.Reach;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/**
 * A managed policy that makes an administrator, attached to somebody. What counts is what it says:
 * everything, everything of IAM, or everything but account and access management.
 */
final class AccountAdminAttached implements PrincipalRule {
  private static final ImmutableSet<String> NAMES =
      ImmutableSet.of("AdministratorAccess", "IAMFullAccess", "PowerUserAccess");

  /** What {@code PowerUserAccess} leaves out. */
  private static final ImmutableSet<String> MANAGEMENT =
      ImmutableSet.of("iam:*", "organizations:*", "account:*");

  /** One of IAM's actions that give everything. */
  private static final ActionName PUT_USER_POLICY = ActionName.of("iam:PutUserPolicy");

  /** Some action outside of management. */
  private static final ActionName RUN_INSTANCES = ActionName.of("ec2:RunInstances");

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "account-admin-attached", "somebody has a policy that makes an administrator")
        .on(Kind.IDENTITY)
        .optIn()
        .peers(
            "checkov:CKV_AWS_274",
            "checkov:CKV_AWS_275",
            "cfn_nag:W43",
            "cfn_nag:W44",
            "prowler:iam_role_administratoraccess_policy",
            "prowler:iam_user_administrator_access_policy",
            "prowler:iam_group_administrator_access_policy");
  }

  @Override
  public void check(LintedPrincipal principal, Findings findings) {
    principal.details().ifPresent(details -> check(details, principal, findings));
  }

  private static void check(
      AccountPrincipal details, LintedPrincipal principal, Findings findings) {
    for (Attachment attachment : details.entry().attached()) {
      String arn = attachment.arn().value();
      Optional<LintedPolicy> policy = principal.account().flatMap(account -> account.managed(arn));
      Optional<SourceSpan> says =
          policy.flatMap(AccountAdminAttached::place).filter(place -> isLeft(principal));
      if (says.isPresent() || (policy.isEmpty() && isNamed(arn))) {
        Findings.Draft draft =
            findings
                .at(attachment.arn().span())
                .message("`" + arn + "` makes " + details.describe() + " an administrator")
                .advice("attach what is needed, and let people assume an administrator's role");
        says.ifPresent(place -> draft.related(place, "this is what it allows"));
        draft.add();
      }
    }
  }

  /* What some Deny or the boundary takes away, is no administration. */
  private static boolean isLeft(LintedPrincipal principal) {
    return principal.grants().allow(PUT_USER_POLICY, Reach.ALL, "").isPresent()
        || principal.grants().allow(RUN_INSTANCES, Reach.ALL, "").isPresent();
  }

  /** Whether it is one of those that AWS manages for administrators. */
  static boolean isNamed(String arn) {
    return AwsPolicyName.in(arn).filter(NAMES::contains).isPresent();
  }

  /** Where a policy says as much as one of those. */
  static Optional<SourceSpan> place(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(AccountAdminAttached::isAdministration)
        .map(statement -> statement.action().span())
        .findFirst();
  }

  private static boolean isAdministration(Statement statement) {
    if (!statement.isAllow()
        || !statement.condition().value().conditions().isEmpty()
        || StarResource.of(statement).isEmpty()) {
      return false;
    }
    ActionElement element = statement.action().value();
    return element instanceof ActionElement.NotAction
        ? element.patterns().stream()
            .allMatch(pattern -> MANAGEMENT.contains(pattern.value().text()))
        : element.patterns().stream()
            .anyMatch(
                pattern ->
                    pattern.value().namePattern().equals("*")
                        && pattern.value().matches(PUT_USER_POLICY));
  }
}
