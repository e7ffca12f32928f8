package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about single services. */
final class ServiceRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                        | SEVERITY         | PROFILE | ISSUE CODE
          s3-no-tls                 | warning          | DEFAULT |
          s3-tls-incomplete         | security-warning | DEFAULT |
          s3-sse-header-trap        | warning          | DEFAULT |
          s3-prefix-negative        | security-warning | DEFAULT | S3_PREFIX_IN_NEGATIVE_CONTEXT
          s3-prefix-no-slash        | warning          | DEFAULT |
          s3-lockout                | security-warning | DEFAULT |
          s3-acl-open               | warning          | DEFAULT |
          s3-other-bucket           | error            | DEFAULT | UNSUPPORTED_RESOURCE_ARN_IN_POLICY
          kms-lockout               | error            | DEFAULT |
          kms-viaservice-only       | security-warning | DEFAULT | MISSING_PAIRED_CONDITION_KEYS
          kms-calleraccount-only    | warning          | DEFAULT |
          kms-full-nonroot          | warning          | DEFAULT |
          kms-admin-and-use         | warning          | DEFAULT |
          kms-grant-open            | security-warning | DEFAULT |
          kms-alias-resource        | warning          | DEFAULT |
          kms-resource-not-star     | warning          | DEFAULT |
          kms-context-key           | warning          | DEFAULT | UNSUPPORTED_ACTION_FOR_CONDITION_KEY
          kms-enclave-gap           | security-warning | DEFAULT |
          sqs-no-tls                | suggestion       | STRICT  |
          sns-no-tls                | suggestion       | STRICT  |
          sns-owner-default         | suggestion       | DEFAULT |
          lambda-url-open           | security-warning | DEFAULT |
          lambda-url-half           | warning          | DEFAULT |
          lambda-permission-action  | suggestion       | DEFAULT |
          dynamodb-attributes-select | security-warning | DEFAULT | DYNAMODB_ATTRIBUTES_WITHOUT_SELECT
          dynamodb-leadingkeys-scan | security-warning | DEFAULT |
          dynamodb-leadingkeys-index | warning         | DEFAULT |
          secrets-open-policy       | security-warning | DEFAULT |
          ecr-pull-all              | warning          | DEFAULT |
          es-ip-only                | warning          | DEFAULT |
          iam-self-manage-open      | security-warning | DEFAULT |
          sts-session-name-free     | suggestion       | STRICT  |
          ec2-image-any-owner       | suggestion       | STRICT  |
          cfn-role-free             | warning          | DEFAULT |
          """)
  void the_contract(String id, String severity, RuleInfo.Profile profile, String issueCode) {
    RuleInfo info = BuiltInRules.named(id).orElseThrow().info();
    assertThat(info.severity()).isEqualTo(Severity.named(severity).orElseThrow());
    assertThat(info.profile()).isEqualTo(profile);
    assertThat(info.issueCode().orElse(null)).isEqualTo(issueCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          PRINCIPAL               | ACTION                           | RESOURCE                                         | CONDITION                                          | FOUND
          "*"                     | "s3:*"                           | ["arn:aws:s3:::site", "arn:aws:s3:::site/*"]     | {"Bool": {"aws:SecureTransport": "false"}}         | -
          "*"                     | "s3:*"                           | "arn:aws:s3:::site*"                             | {"Bool": {"aws:SecureTransport": "false"}}         | -
          "*"                     | "*"                              | "*"                                              | {"Bool": {"aws:SecureTransport": false}}           | -
          "*"                     | "s3:*"                           | "arn:aws:s3:::site/*"                            | {"Bool": {"aws:SecureTransport": "false"}}         | s3-tls-incomplete
          {"AWS": "111122223333"} | "s3:*"                           | ["arn:aws:s3:::site", "arn:aws:s3:::site/*"]     | {"Bool": {"aws:SecureTransport": "false"}}         | s3-tls-incomplete
          "*"                     | "s3:GetObject"                   | ["arn:aws:s3:::site", "arn:aws:s3:::site/*"]     | {"Bool": {"aws:SecureTransport": "false"}}         | s3-tls-incomplete
          "*"                     | "s3:*"                           | ["arn:aws:s3:::site", "arn:aws:s3:::site/*"]     | {"Bool": {"aws:SecureTransport": "true"}}          | s3-tls-incomplete
          "*"                     | "s3:*"                           | ["arn:aws:s3:::site", "arn:aws:s3:::site/*"]     | {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}} | s3-no-tls
          "*"                     | "s3:PutBucketPolicy"             | "arn:aws:s3:::site/*"                            | {"Bool": {"aws:SecureTransport": "false"}}         | s3-tls-incomplete
          """)
  void a_denial_of_plain_http(
      String principal, String action, String resource, String condition, String expected) {
    String found =
        found(
            """
            {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::site/*"},
             {"Effect": "Deny", "Principal": %s, "Action": %s, "Resource": %s, "Condition": %s}]}
            """
                .formatted(principal, action, resource, condition),
            PolicyType.resource("AWS::S3::Bucket"),
            "s3-");
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          EFFECT | OPERATOR        | PREFIX       | FOUND
          Allow  | StringLike      | home/ann/*   | -
          Allow  | StringEquals    | home/ann/    | -
          Allow  | StringLike      | *            | -
          Allow  | StringEquals    | ''           | -
          Allow  | StringLike      | home/ann*    | s3-prefix-no-slash
          Allow  | StringEquals    | home/ann     | s3-prefix-no-slash
          Allow  | StringNotLike   | private/*    | s3-prefix-negative
          Deny   | StringLike      | private/*    | s3-prefix-negative
          Deny   | StringEquals    | ''           | -
          Deny   | StringNotLike   | public       | -
          Deny   | Null            | true         | -
          """)
  void a_prefix(String effect, String operator, String prefix, String expected) {
    String found =
        found(
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "%s", "Action": "s3:ListBucket",
             "Resource": "arn:aws:s3:::site", "Condition": {"%s": {"s3:prefix": "%s"}}}]}
            """
                .formatted(effect, operator, prefix),
            PolicyType.IDENTITY,
            "s3-");
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  private static String found(String json, PolicyType type, String family) {
    return Linter.standard().lint(SourceText.of("test", json), type).findings().stream()
        .map(finding -> finding.rule().id())
        .filter(id -> id.startsWith(family))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
