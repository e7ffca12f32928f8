package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.PolicyType.Kind;

/** A repository whose images anyone with an account may pull. */
final class EcrPullAll implements PolicyRule {
  private static final ImmutableSet<String> PULLING =
      ImmutableSet.of(
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:DescribeImages",
          "ecr:DescribeRepositories",
          "ecr:GetAuthorizationToken",
          "ecr:GetDownloadUrlForLayer",
          "ecr:ListImages");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("ecr-pull-all", "anyone may pull the images of a repository")
        .on(Kind.RESOURCE)
        .insteadOf("public-access")
        .peers("checkov:CKV_AWS_32", "trivy:AWS-0032");
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    for (PublicGrant grant : PublicGrant.of(policy)) {
      boolean onlyPulls =
          grant.actions().stream().allMatch(action -> PULLING.contains(action.fullName()));
      if (onlyPulls && grant.confinement() instanceof Confinement.Open) {
        findings
            .at(grant.everyone())
            .message("anyone with an AWS account may pull the images")
            .advice(
                "name the accounts, or confine it with `aws:PrincipalOrgID`; images for everyone"
                    + " belong in Amazon ECR Public")
            .related(grant.statement().action().span(), "these actions pull")
            .add();
      }
    }
  }
}
