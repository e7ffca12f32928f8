package dev.postern.examples.awssdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postern.model.NormalForm;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.PrincipalKind;
import dev.postern.model.json.PolicyBuilder;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyRefusedException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamPrincipalType;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

class AwsSdkPoliciesTest {
  private static final IamPolicy SDK =
      IamPolicy.builder()
          .id("reports")
          .addStatement(
              statement ->
                  statement
                      .sid("Read")
                      .effect(IamEffect.ALLOW)
                      .addPrincipal(IamPrincipalType.AWS, "111122223333")
                      .addPrincipal(IamPrincipalType.SERVICE, "logs.amazonaws.com")
                      .addAction("s3:GetObject")
                      .addAction("s3:ListBucket")
                      .addResource("arn:aws:s3:::reports/*")
                      .addCondition(
                          condition ->
                              condition
                                  .operator(IamConditionOperator.STRING_EQUALS)
                                  .key("aws:PrincipalTag/team")
                                  .value("red"))
                      .addCondition(
                          condition ->
                              condition
                                  .operator(IamConditionOperator.IP_ADDRESS.addSuffix("IfExists"))
                                  .key("aws:SourceIp")
                                  .value("203.0.113.0/24")))
          .addStatement(
              IamStatement.builder()
                  .effect(IamEffect.DENY)
                  .addNotPrincipal(IamPrincipalType.AWS, "111122223333")
                  .addNotAction("s3:Get*")
                  .addNotResource("arn:aws:s3:::reports/public/*")
                  .build())
          .addStatement(
              IamStatement.builder()
                  .effect(IamEffect.DENY)
                  .addPrincipal(IamPrincipal.ALL)
                  .addAction("s3:DeleteBucket")
                  .addResource("*")
                  .build())
          .build();

  private static final PolicyDocument OURS =
      PolicyBuilder.resource()
          .id("reports")
          .allow("s3:GetObject", "s3:ListBucket")
          .sid("Read")
          .to(PrincipalKind.AWS, "111122223333")
          .to(PrincipalKind.SERVICE, "logs.amazonaws.com")
          .on("arn:aws:s3:::reports/*")
          .when("StringEquals", "aws:PrincipalTag/team", "red")
          .when("IpAddressIfExists", "aws:SourceIp", "203.0.113.0/24")
          .denyAllExcept("s3:Get*")
          .toAllExcept(PrincipalKind.AWS, "111122223333")
          .onAllExcept("arn:aws:s3:::reports/public/*")
          .deny("s3:DeleteBucket")
          .toEveryone()
          .on("*")
          .build();

  @Test
  void a_policy_of_the_sdk_becomes_a_document() {
    assertThat(AwsSdkPolicies.fromSdk(SDK, PolicyType.RESOURCE)).isEqualTo(OURS);
  }

  @Test
  void a_document_becomes_a_policy_of_the_sdk() {
    assertThat(AwsSdkPolicies.toSdk(OURS)).isEqualTo(SDK);
  }

  @Test
  void both_ways_lead_back() {
    assertThat(AwsSdkPolicies.fromSdk(AwsSdkPolicies.toSdk(OURS), PolicyType.RESOURCE))
        .isEqualTo(OURS);
    assertThat(AwsSdkPolicies.toSdk(AwsSdkPolicies.fromSdk(SDK, PolicyType.RESOURCE)))
        .isEqualTo(SDK);
  }

  @Test
  void numbers_and_booleans_go_as_their_text() {
    PolicyDocument document =
        PolicyReader.strict()
            .read(
                """
                {
                  "Version": "2012-10-17",
                  "Statement": {
                    "Effect": "Deny",
                    "Action": "*",
                    "Resource": "*",
                    "Condition": {
                      "Bool": {"aws:SecureTransport": false},
                      "NumericGreaterThan": {"s3:max-keys": 10.0}
                    }
                  }
                }
                """,
                PolicyType.IDENTITY);
    assertThat(AwsSdkPolicies.fromSdk(AwsSdkPolicies.toSdk(document), PolicyType.IDENTITY))
        .isEqualTo(NormalForm.of(document));
  }

  @Test
  void what_aws_would_refuse_is_refused_with_its_place_in_the_sdk_s_json() {
    IamPolicy policy =
        IamPolicy.builder()
            .addStatement(
                statement ->
                    statement.effect(IamEffect.ALLOW).addAction("s3GetObject").addResource("*"))
            .build();
    assertThatExceptionOfType(PolicyRefusedException.class)
        .isThrownBy(() -> AwsSdkPolicies.fromSdk(policy, PolicyType.IDENTITY))
        .withMessageContaining("(/Statement/Action)")
        .withMessageContaining("`s3GetObject` is not an action");
  }
}
