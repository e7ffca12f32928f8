package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** A bucket's policy denies plain HTTP, but not all of it. */
final class S3TlsIncomplete implements PolicyRule {
  private static final ActionName ON_BUCKET = ActionName.of("s3:ListBucket");
  private static final ActionName ON_OBJECTS = ActionName.of("s3:GetObject");

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("s3-tls-incomplete", "some plain HTTP still reaches the bucket")
        .on(Kind.RESOURCE);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    Optional<String> bucket = BucketPolicy.arn(policy);
    if (!BucketPolicy.is(policy) || bucket.isEmpty()) {
      return;
    }
    ImmutableList<Statement> denials = PlainHttp.denials(policy);
    if (denials.isEmpty()) {
      turnedAround(policy).ifPresent(use -> reportTurned(use, findings));
      return;
    }
    // With other conditions beside it, what passes takes more than this rule looks at.
    boolean isPlain = denials.stream().allMatch(denial -> KeyUse.allOf(denial, policy).size() == 1);
    if (isPlain && !covers(denials, ON_BUCKET, bucket.get())) {
      report(denials.get(0), ON_BUCKET, bucket.get(), findings);
    } else if (isPlain && !covers(denials, ON_OBJECTS, bucket.get() + "/*")) {
      report(denials.get(0), ON_OBJECTS, bucket.get() + "/*", findings);
    }
  }

  private static Optional<KeyUse> turnedAround(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(Statement::isDeny)
        .flatMap(statement -> PlainHttp.tests(statement, policy).stream())
        .filter(use -> use.texts().stream().anyMatch("true"::equalsIgnoreCase))
        .findFirst();
  }

  private static void reportTurned(KeyUse use, Findings findings) {
    findings.add(
        use.valuesSpan(),
        "this denies requests with TLS, and lets those without pass",
        "the value has to be `false` to deny plain HTTP");
  }

  private static boolean covers(
      ImmutableList<Statement> denials, ActionName action, String resource) {
    return denials.stream()
        .anyMatch(
            denial ->
                PublicGrant.everyone(denial.principal()).isPresent()
                    && denial.action().value().covers(action)
                    && coversResource(denial, resource));
  }

  private static boolean coversResource(Statement denial, String resource) {
    Glob asked = Glob.of(resource);
    ResourceElement element = denial.resource().value();
    return !(element instanceof ResourceElement.Resource)
        || element.patterns().stream()
            .map(Located::value)
            .anyMatch(
                pattern ->
                    pattern instanceof ResourcePattern.Any
                        || Glob.of(pattern.text()).covers(asked));
  }

  private static void report(
      Statement denial, ActionName action, String resource, Findings findings) {
    findings.add(
        cause(denial, action, resource),
        "`" + action + "` on `" + resource + "` over plain HTTP is not denied",
        "deny `s3:*` for `\"Principal\": \"*\"` on the bucket and on its objects");
  }

  private static SourceSpan cause(Statement denial, ActionName action, String resource) {
    if (PublicGrant.everyone(denial.principal()).isEmpty()) {
      return denial.principal().span();
    }
    return coversResource(denial, resource) && !denial.action().value().covers(action)
        ? denial.action().span()
        : denial.resource().span();
  }
}
