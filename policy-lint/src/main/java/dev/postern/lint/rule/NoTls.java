package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;

/** A resource's policy that lets requests without TLS pass. One row a service. */
final class NoTls implements PolicyRule {
  private final RuleInfo info;
  private final String service;
  private final ImmutableSet<String> types;

  private NoTls(RuleInfo info, String service, ImmutableSet<String> types) {
    this.info = info.on(Kind.RESOURCE);
    this.service = service;
    this.types = types;
  }

  static NoTls bucket() {
    return new NoTls(
        RuleInfo.warning("s3-no-tls", "a bucket's policy does not deny plain HTTP")
            .peers("checkov:CKV_AWS_379", "prowler:s3_bucket_secure_transport_policy"),
        "s3",
        ImmutableSet.of("AWS::S3::Bucket", "AWS::S3::BucketPolicy"));
  }

  static NoTls queue() {
    return new NoTls(
        RuleInfo.suggestion("sqs-no-tls", "a queue's policy does not deny plain HTTP").strict(),
        "sqs",
        ImmutableSet.of("AWS::SQS::Queue", "AWS::SQS::QueuePolicy"));
  }

  static NoTls topic() {
    return new NoTls(
        RuleInfo.suggestion("sns-no-tls", "a topic's policy does not deny plain HTTP").strict(),
        "sns",
        ImmutableSet.of("AWS::SNS::Topic", "AWS::SNS::TopicPolicy"));
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    if (belongsToService(policy)
        && !policy.document().statementList().isEmpty()
        && policy.document().statementList().stream()
            .noneMatch(
                statement ->
                    statement.value().isDeny()
                        && !PlainHttp.tests(statement.value(), policy).isEmpty())) {
      findings.add(
          policy.document().statements().span(),
          "no statement denies requests without TLS",
          "add a `Deny` of `"
              + (service.equals("sns") ? "sns:Publish" : service + ":*")
              + "` for everyone under `\"Bool\": {\"aws:SecureTransport\": \"false\"}`");
    }
  }

  private boolean belongsToService(LintedPolicy policy) {
    if (service.equals("s3")) {
      return BucketPolicy.is(policy);
    }
    return policy
        .type()
        .resourceType()
        .map(types::contains)
        .orElseGet(
            () ->
                !BucketPolicy.resources(policy).isEmpty()
                    && BucketPolicy.resources(policy).stream()
                        .allMatch(
                            resource ->
                                Arn.parse(resource.value().text())
                                    .filter(arn -> arn.service().equals(service))
                                    .isPresent()));
  }
}
