package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S3-8: what a request would set is looked at where public policies are blocked. */
final class BlockPublicPolicyTest {
  private static final PolicyType BUCKET = PolicyType.resource("AWS::S3::Bucket");

  @ParameterizedTest
  @CsvSource({
    "'\"*\"', true, EXPLICIT_DENY",
    "'\"*\"', false, ALLOWED",
    "'{\"AWS\": \"444455556666\"}', true, ALLOWED"
  })
  void S3_8_a_public_policy_is_refused(String principal, boolean blocked, Verdict verdict) {
    String text =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": %s,
         "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bkt/*"}]}"""
            .formatted(principal);
    PolicyDocument next = PolicyReader.strict().read(SourceText.of("next", text), BUCKET);
    String all =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}""";
    PolicySet policies =
        PolicySet.EMPTY
            .withIdentity(
                CompiledPolicy.of(
                    PolicyReader.strict().read(SourceText.of("all", all), PolicyType.IDENTITY)))
            .with(
                Settings.NONE.with(
                    S3Settings.NONE.withBlocks(
                        blocked
                            ? ImmutableList.of(PublicAccessBlock.BLOCK_PUBLIC_POLICY)
                            : ImmutableList.of())));
    AuthorizationRequest put =
        AuthorizationRequest.by("arn:aws:iam::111122223333:user/alice")
            .asksTo("s3:PutBucketPolicy")
            .on("arn:aws:s3:::bkt")
            .setting(next);
    Decision decision = Authorizer.standard().decide(put, policies);
    assertThat(decision.verdict()).as(decision.explain()).isEqualTo(verdict);
    assertThat(Authorizer.standard().isAllowed(put, policies)).isEqualTo(decision.isAllowed());
  }
}
