package dev.postern.lint.rule;

import dev.postern.model.ActionName;
import dev.postern.model.ConditionElement;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A {@code Deny} for everyone that takes in the change of the policy itself. Only the root user can
 * then repair it. AWS: "Deleting a bucket policy".
 */
final class S3Lockout implements StatementRule {
  private static final ActionName PUT_POLICY = ActionName.of("s3:PutBucketPolicy");

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "s3-lockout", "nobody but the root user can change the bucket's policy again")
        .on(Kind.RESOURCE)
        .peers("checkov:CKV_AWS_93");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.isDeny()
        && BucketPolicy.is(policy)
        && PublicGrant.everyone(statement.principal()).isPresent()
        && statement.condition().value() instanceof ConditionElement.Absent
        && speaksOfBucket(statement)) {
      ActionReach.of(statement, PUT_POLICY)
          .ifPresent(
              reach ->
                  findings.add(
                      reach.span(),
                      "this denies `s3:PutBucketPolicy` to everyone, so that no one can change"
                          + " the policy but the account's root user",
                      "spare an administrator, with `ArnNotLike` on `aws:PrincipalArn`"));
    }
  }

  private static boolean speaksOfBucket(Statement statement) {
    return statement.resource().value() instanceof ResourceElement.Resource resource
        && resource.patterns().stream()
            .map(Located::value)
            .anyMatch(
                pattern ->
                    pattern instanceof ResourcePattern.Any
                        || BucketPolicy.bucket(pattern)
                            .filter(bucket -> coversBucket(pattern.text(), bucket))
                            .isPresent());
  }

  private static boolean coversBucket(String pattern, String bucket) {
    return pattern.endsWith(":" + bucket) || Glob.of(pattern).matches("arn:aws:s3:::" + bucket);
  }
}
