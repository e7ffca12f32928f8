package dev.postern.lint.rule;

import dev.postern.model.Glob;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourcePattern;
import dev.postern.model.source.Located;
import java.util.Optional;

/** A bucket's policy speaks of its bucket alone; S3 refuses another. */
final class S3OtherBucket implements PolicyRule {
  private static final PolicyType BUCKET = PolicyType.resource("AWS::S3::Bucket");

  @Override
  public RuleInfo info() {
    return RuleInfo.error("s3-other-bucket", "a bucket's policy speaks of another resource")
        .on(Kind.RESOURCE)
        .issueCode("UNSUPPORTED_RESOURCE_ARN_IN_POLICY");
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    if (!policy.type().equals(BUCKET)) {
      return;
    }
    Optional<String> own =
        BucketPolicy.resources(policy).stream()
            .flatMap(resource -> BucketPolicy.bucket(resource.value()).stream())
            .filter(S3OtherBucket::isPlain)
            .findFirst();
    for (Located<ResourcePattern> resource : BucketPolicy.resources(policy)) {
      boolean isOther =
          !(resource.value() instanceof ResourcePattern.Any)
              && isPlain(resource.value().text().replace("*", ""))
              && BucketPolicy.bucket(resource.value())
                  .map(bucket -> own.isPresent() && !Glob.of(bucket).matches(own.get()))
                  .orElse(true);
      if (isOther) {
        findings.add(
            resource.span(),
            "`"
                + resource.value().text()
                + "` is not the bucket"
                + own.map(bucket -> " `" + bucket + "`").orElse("")
                + " or an object of it",
            "put it into the policy of the bucket that it belongs to");
      }
    }
  }

  /* Without wildcards, and without variables that stand for anything. */
  private static boolean isPlain(String text) {
    return !FixedForm.hasWildcard(text) && text.indexOf('$') < 0;
  }
}
