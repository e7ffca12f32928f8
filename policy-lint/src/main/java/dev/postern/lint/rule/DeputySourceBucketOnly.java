package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A bucket's ARN has no account, and the name of a deleted bucket can be taken by anyone. AWS: "S3
 * event notifications", the example policies ask for both keys.
 */
final class DeputySourceBucketOnly implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "deputy-source-bucket-only", "a bucket as source is named without its account")
        .on(PolicyTypes.OF_RESOURCES);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()) {
      return;
    }
    ImmutableList<KeyUse> sources =
        KeyUse.allOf(statement, policy).stream()
            .filter(DeputyWeakSource::isSource)
            .filter(use -> Confinement.ofTest(use, statement, policy).isConfined())
            .collect(toImmutableList());
    if (sources.stream().allMatch(use -> use.isOf("aws:SourceArn"))
        && !confinesOtherwise(statement, policy)) {
      for (KeyUse use : sources) {
        use.texts().stream()
            .filter(DeputySourceBucketOnly::isBucket)
            .findFirst()
            .ifPresent(
                bucket ->
                    findings.add(
                        use.valuesSpan(),
                        "`" + bucket + "` says no account, and its name can change owner",
                        "add `StringEquals` on `aws:SourceAccount` with the bucket's account"));
      }
    }
  }

  private static boolean confinesOtherwise(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .filter(use -> !DeputyWeakSource.isSource(use))
        .anyMatch(use -> Confinement.ofTest(use, statement, policy).isConfined());
  }

  private static boolean isBucket(String source) {
    return Arn.parse(source)
        .filter(arn -> arn.service().equals("s3") && arn.account().isEmpty())
        .isPresent();
  }
}
