package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;

/**
 * Anyone in the world may do something to the resource, and no condition stands in the way. AWS:
 * "Blocking public access to your Amazon S3 storage"; "Custom policy checks", CheckNoPublicAccess.
 */
final class PublicAccess implements PolicyRule {
  private final RuleInfo info;
  private final boolean isAboutWriting;

  private PublicAccess(RuleInfo info, boolean isAboutWriting) {
    this.info = info;
    this.isAboutWriting = isAboutWriting;
  }

  /** Anything at all. */
  static PublicAccess any() {
    return new PublicAccess(
        RuleInfo.securityWarning("public-access", "anyone in the world has access")
            .on(PolicyTypes.OF_RESOURCES)
            .peers(
                "cloudsplaining:internet_accessible",
                "checkov:CKV_AWS_32",
                "checkov:CKV_AWS_33",
                "checkov:CKV_AWS_70",
                "checkov:CKV_AWS_167",
                "checkov:CKV_AWS_168",
                "checkov:CKV_AWS_169",
                "checkov:CKV_AWS_283",
                "checkov:CKV_AWS_301",
                "cfn_nag:F13",
                "cfn_nag:F16",
                "cfn_nag:F18",
                "cfn_nag:F21",
                "cfn_nag:F76",
                "prowler:*_not_publicly_accessible",
                "trivy:AWS-0032",
                "cfripper:S3BucketPolicyPrincipalRule"),
        false);
  }

  /** What changes something. */
  static PublicAccess writing() {
    return new PublicAccess(
        RuleInfo.error("public-write", "anyone in the world may change something")
            .on(PolicyTypes.OF_RESOURCES)
            .insteadOf("public-access")
            .peers("prowler:s3_bucket_policy_public_write_access"),
        true);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    for (PublicGrant grant : PublicGrant.of(policy)) {
      ImmutableList<String> actions =
          grant.actions().stream()
              .filter(action -> !isAboutWriting || action.level().isWriteLike())
              .map(ActionDefinition::fullName)
              .collect(toImmutableList());
      if (grant.confinement() instanceof Confinement.Open && !actions.isEmpty()) {
        findings
            .at(grant.everyone())
            .message(
                "anyone, from any network, may do "
                    + NameList.quoted(actions)
                    + " on `"
                    + grant.resource()
                    + "`: the statement has no condition")
            .advice(
                "name the principals, or confine who asks with `aws:PrincipalOrgID`,"
                    + " `aws:SourceVpce` or `aws:SourceIp`")
            .related(grant.statement().action().span(), "what they may do")
            .add();
      }
    }
  }
}
