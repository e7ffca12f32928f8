package dev.postern.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyVersion;
import dev.postern.model.PrincipalKind;
import dev.postern.model.source.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyBuilderTest {
  private static String oneLine(PolicyDocument document) {
    return PolicyWriter.faithful().onOneLine().write(document);
  }

  @Test
  void statements_read_like_their_json() {
    PolicyDocument policy =
        PolicyBuilder.identity()
            .allow("s3:GetObject", "s3:ListBucket")
            .on("arn:aws:s3:::reports", "arn:aws:s3:::reports/*")
            .when("StringEquals", "aws:PrincipalTag/team", "red", "blue")
            .when("StringEquals", "aws:PrincipalTag/stage", "prod")
            .when("Bool", "aws:SecureTransport", "true")
            .sid("ReadReports")
            .denyAllExcept("iam:*")
            .onAllExcept("arn:aws:s3:::reports/*")
            .build();

    assertThat(PolicyWriter.faithful().write(policy))
        .isEqualTo(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "ReadReports",
                  "Effect": "Allow",
                  "Action": [
                    "s3:GetObject",
                    "s3:ListBucket"
                  ],
                  "Resource": [
                    "arn:aws:s3:::reports",
                    "arn:aws:s3:::reports/*"
                  ],
                  "Condition": {
                    "StringEquals": {
                      "aws:PrincipalTag/team": [
                        "red",
                        "blue"
                      ],
                      "aws:PrincipalTag/stage": "prod"
                    },
                    "Bool": {
                      "aws:SecureTransport": "true"
                    }
                  }
                },
                {
                  "Effect": "Deny",
                  "NotAction": "iam:*",
                  "NotResource": "arn:aws:s3:::reports/*"
                }
              ]
            }\
            """);
  }

  @Test
  void principals_of_several_kinds_are_one_element() {
    PolicyDocument policy =
        PolicyBuilder.resource("AWS::S3::Bucket")
            .id("reports")
            .allow("s3:GetObject")
            .to(PrincipalKind.AWS, "111122223333")
            .to(PrincipalKind.SERVICE, "logs.amazonaws.com", "ec2.amazonaws.com")
            .to(PrincipalKind.AWS, "444455556666")
            .on("*")
            .deny("s3:*")
            .toAllExcept(PrincipalKind.AWS, "111122223333")
            .on("*")
            .allow("s3:GetObject")
            .toEveryone()
            .on("arn:aws:s3:::reports/public/*")
            .build();

    assertThat(oneLine(policy))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Id\":\"reports\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Principal\":{\"AWS\":[\"111122223333\",\"444455556666\"],"
                + "\"Service\":[\"logs.amazonaws.com\",\"ec2.amazonaws.com\"]},"
                + "\"Action\":\"s3:GetObject\",\"Resource\":\"*\"},"
                + "{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":\"111122223333\"},"
                + "\"Action\":\"s3:*\",\"Resource\":\"*\"},"
                + "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\","
                + "\"Resource\":\"arn:aws:s3:::reports/public/*\"}]}");
  }

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of(PolicyBuilder.identity(), PolicyType.IDENTITY),
        Arguments.of(PolicyBuilder.permissionsBoundary(), PolicyType.PERMISSIONS_BOUNDARY),
        Arguments.of(PolicyBuilder.session(), PolicyType.SESSION),
        Arguments.of(PolicyBuilder.resource(), PolicyType.RESOURCE),
        Arguments.of(
            PolicyBuilder.resource("AWS::SNS::Topic"), PolicyType.resource("AWS::SNS::Topic")),
        Arguments.of(PolicyBuilder.kmsKey(), PolicyType.KMS_KEY),
        Arguments.of(PolicyBuilder.trust(), PolicyType.TRUST),
        Arguments.of(PolicyBuilder.serviceControl(), PolicyType.SERVICE_CONTROL),
        Arguments.of(PolicyBuilder.resourceControl(), PolicyType.RESOURCE_CONTROL),
        Arguments.of(PolicyBuilder.vpcEndpoint(), PolicyType.VPC_ENDPOINT));
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_type_has_its_builder(PolicyBuilder builder, PolicyType type) {
    assertThat(builder.build().type()).isEqualTo(type);
  }

  @Test
  void unstated_version_leaves_the_element_out() {
    PolicyDocument policy = PolicyBuilder.identity().version(PolicyVersion.UNSTATED).build();
    assertThat(oneLine(policy)).isEqualTo("{\"Statement\":[]}");
  }

  @Test
  void naming_no_value_is_an_empty_list_and_not_silence() {
    PolicyDocument policy =
        PolicyBuilder.identity().allow().on().when("StringEquals", "aws:username").build();
    assertThat(oneLine(policy))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[],"
                + "\"Resource\":[],\"Condition\":{\"StringEquals\":{\"aws:username\":[]}}}]}");
  }

  @Test
  void refusal_says_what_and_where_in_the_text_that_was_built() {
    StatementBuilder statement = PolicyBuilder.identity().allow("s3GetObject").on("*");

    assertThatExceptionOfType(PolicyRefusedException.class)
        .isThrownBy(statement::build)
        .withMessage(
            "<built policy>:6:17 (/Statement/0/Action): `s3GetObject` is not an action;"
                + " expected `*` or `service:Name`, such as `s3:GetObject`");
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        Arguments.of(
            PolicyBuilder.identity().allow("*").on("*").sid("a").sid("b"),
            ProblemCode.JSON_DUPLICATE_KEY),
        Arguments.of(
            PolicyBuilder.identity()
                .allow("*")
                .on("*")
                .when("Bool", "aws:SecureTransport", "true")
                .when("Bool", "aws:SecureTransport", "false"),
            ProblemCode.JSON_DUPLICATE_KEY),
        Arguments.of(
            PolicyBuilder.resource().allow("*").on("*").toEveryone().to(PrincipalKind.AWS, "*"),
            ProblemCode.JSON_DUPLICATE_KEY),
        Arguments.of(
            PolicyBuilder.identity().allow("*").on("*").onAllExcept("*"),
            ProblemCode.ELEMENT_CONFLICT),
        Arguments.of(PolicyBuilder.identity().allow("*"), ProblemCode.RESOURCE_MISSING),
        Arguments.of(
            PolicyBuilder.identity().allow("*").on("*").toEveryone(),
            ProblemCode.PRINCIPAL_NOT_ALLOWED));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void what_json_cannot_say_is_refused(StatementBuilder statement, ProblemCode code) {
    PolicyRefusedException refused =
        catchThrowableOfType(PolicyRefusedException.class, statement::build);
    assertThat(refused.problems()).extracting(problem -> problem.code()).containsExactly(code);
  }
}
