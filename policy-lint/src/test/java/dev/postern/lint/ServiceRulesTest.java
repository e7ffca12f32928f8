package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.List;
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
  void the_contract_of_a_rule(String id, String severity, String profile, String issueCode) {
    RuleContract.assertHolds(id, severity, profile, issueCode);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          PRINCIPAL                               | ACTION                          | RESOURCE                                   | CONDITION                                                        | FOUND
          "arn:aws:iam::111122223333:root"        | "kms:*"                         | *                                          | {}                                                               | -
          "arn:aws:iam::111122223333:role/app"    | "kms:*"                         | *                                          | {}                                                               | kms-full-nonroot
          "arn:aws:iam::111122223333:role/app"    | ["kms:PutKeyPolicy", "kms:Decrypt"] | *                                      | {}                                                               | kms-admin-and-use
          "arn:aws:iam::111122223333:role/app"    | "kms:CreateGrant"               | *                                          | {}                                                               | kms-grant-open
          "arn:aws:iam::111122223333:role/app"    | "kms:CreateGrant"               | *                                          | {"Bool": {"kms:GrantIsForAWSResource": "true"}}                  | -
          "arn:aws:iam::111122223333:role/app"    | "kms:Decrypt"                   | arn:aws:kms:eu-west-1:111122223333:key/1   | {}                                                               | -
          "arn:aws:iam::111122223333:role/app"    | "kms:Decrypt"                   | arn:aws:s3:::reports/*                     | {}                                                               | kms-resource-not-star
          "*"                                     | "kms:Decrypt"                   | *                                          | {"StringEquals": {"kms:CallerAccount": "111122223333"}}          | kms-calleraccount-only
          "*"                                     | "kms:Decrypt"                   | *                                          | {"StringLike": {"kms:ViaService": "s3.*.amazonaws.com"}}         | kms-viaservice-only
          "*"                                     | "kms:Decrypt"                   | *                                          | {"Bool": {"aws:SecureTransport": "true"}}                        | -
          """)
  void a_statement_of_a_key(
      String principal, String action, String resource, String condition, String expected) {
    String found =
        found(
            """
            {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"},
             {"Effect": "Allow", "Principal": {"AWS": %s}, "Action": %s, "Resource": "%s", "Condition": %s}]}
            """
                .formatted(principal, action, resource, condition),
            PolicyType.KMS_KEY,
            "kms-");
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          PRINCIPAL                | ACTION                       | CONDITION                                                        | SEVERITY         | FOUND
          {"AWS": "444455556666"}  | lambda:InvokeFunction        | {}                                                               | -                | -
          {"AWS": "444455556666"}  | lambda:*                     | {}                                                               | security-warning | lambda-permission-action
          {"AWS": "111122223333"}  | lambda:UpdateFunctionCode    | {}                                                               | suggestion       | lambda-permission-action
          {"AWS": "111122223333"}  | lambda:InvokeFunctionUrl     | {}                                                               | warning          | lambda-url-half
          {"AWS": "111122223333"}  | lambda:InvokeFunction*       | {}                                                               | -                | -
          "*"                      | lambda:InvokeFunction*       | {"StringEquals": {"lambda:FunctionUrlAuthType": "NONE"}}         | security-warning | lambda-url-open
          "*"                      | lambda:InvokeFunction        | {"Bool": {"lambda:InvokedViaFunctionUrl": "true"}}               | -                | -
          """)
  void a_statement_of_a_function(
      String principal, String action, String condition, String severity, String expected) {
    LintResult result =
        Linter.standard()
            .lint(
                SourceText.of(
                    "test",
                    """
                    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": %s, "Action": "%s",
                     "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:orders", "Condition": %s}]}
                    """
                        .formatted(principal, action, condition)),
                PolicyType.resource("AWS::Lambda::Function"));
    assertThat(result.findings())
        .filteredOn(
            finding ->
                finding.rule().id().startsWith("lambda-")
                    || finding.rule().id().startsWith("public-"))
        .extracting(finding -> finding.severity().word() + " " + finding.rule().id())
        .isEqualTo(expected == null ? List.of() : List.of(severity + " " + expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTION                                  | OPERATOR                  | FOUND
          ["dynamodb:GetItem", "dynamodb:Query"]  | ForAllValues:StringEquals | -
          ["dynamodb:GetItem", "dynamodb:Scan"]   | ForAllValues:StringEquals | dynamodb-leadingkeys-scan
          "dynamodb:*"                            | ForAllValues:StringEquals | dynamodb-leadingkeys-scan
          "dynamodb:Scan"                         | ForAnyValue:StringEquals  | -
          """)
  void leading_keys(String action, String operator, String expected) {
    String found =
        found(
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": %s,
             "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
             "Condition": {"%s": {"dynamodb:LeadingKeys": "${aws:PrincipalTag/customer}"}}}]}
            """
                .formatted(action, operator),
            PolicyType.IDENTITY,
            "dynamodb-");
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
