package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public, other accounts, confused deputies. */
final class PublicAccessRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                        | SEVERITY         | PROFILE | ISSUE CODE
          public-access             | security-warning | DEFAULT |
          public-write              | error            | DEFAULT |
          public-weak-condition     | security-warning | DEFAULT |
          cross-account-full        | security-warning | DEFAULT |
          cross-account-permissions | security-warning | DEFAULT |
          deputy-no-source          | security-warning | DEFAULT | RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL
          deputy-weak-source        | security-warning | DEFAULT |
          deputy-source-bucket-only | warning          | DEFAULT |
          deputy-other-key          | suggestion       | DEFAULT | RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL
          deputy-star-instead       | warning          | DEFAULT |
          deputy-mixed-principals   | warning          | DEFAULT |
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
          PRINCIPAL                | ACTION            | CONDITION                                                     | FOUND
          "*"                      | s3:GetObject      | {}                                                            | public-access
          {"AWS": "*"}             | s3:GetObject      | {}                                                            | public-access
          "*"                      | s3:Get*           | {}                                                            | public-access
          "*"                      | s3:DeleteObject   | {}                                                            | public-write
          "*"                      | s3:PutObjectTagging | {}                                                          | public-write
          "*"                      | *                 | {}                                                            | public-write
          "*"                      | s3:GetObject      | {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "::/0"]}}   | public-weak-condition
          "*"                      | s3:DeleteObject   | {"Bool": {"aws:SecureTransport": "true"}}                     | public-weak-condition
          "*"                      | s3:GetObject      | {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}             | -
          "*"                      | s3:GetObject      | {"StringEquals": {"s3:ExistingObjectTag/public": "yes"}}      | public-weak-condition
          "*"                      | s3:GetObject      | {"StringEquals": {"s3:prefix": "x/"}}                         | -
          "*"                      | sqs:SendMessage   | {}                                                            | -
          "*"                      | s3:ListBucket     | {}                                                            | -
          {"AWS": "111122223333"}  | s3:GetObject      | {}                                                            | -
          {"Service": "config.amazonaws.com"} | s3:PutObject | {}                                                      | deputy-no-source
          {"Service": "config.amazonaws.com"} | s3:PutObject | {"StringEquals": {"aws:SourceAccount": "111122223333"}} | -
          {"Service": "config.amazonaws.com"} | s3:PutObject | {"StringLike": {"aws:SourceAccount": "*"}}             | deputy-weak-source
          {"Service": "config.amazonaws.com"} | s3:PutObject | {"StringEquals": {"aws:Referer": "111122223333"}}       | deputy-other-key
          {"Service": "logs.eu-west-1.amazonaws.com"} | s3:PutObject | {}                                              | deputy-no-source
          {"Service": "ec2.amazonaws.com"} | s3:PutObject | {}                                                         | -
          """)
  void one_statement_of_a_bucket(
      String principal, String action, String condition, String expected) {
    String found =
        found(
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": %s,
             "Action": "%s", "Resource": "arn:aws:s3:::site/*", "Condition": %s}]}
            """
                .formatted(principal, action, condition),
            PolicyType.resource("AWS::S3::Bucket"));
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          DENIED PRINCIPAL                       | ACTION         | RESOURCE                  | CONDITION                                               | FOUND
          "Principal": "*"                       | s3:*           | *                         | {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}      | -
          "Principal": {"AWS": "*"}              | s3:GetObject   | arn:aws:s3:::site*        | {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}    | -
          "NotPrincipal": {"AWS": "111122223333"} | s3:GetObject  | arn:aws:s3:::site/*       | {}                                                      | -
          "Principal": "*"                       | s3:PutObject   | *                         | {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}      | public-access
          "Principal": "*"                       | s3:*           | arn:aws:s3:::site/a/*     | {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}      | public-access
          "Principal": "*"                       | s3:*           | *                         | {"Bool": {"aws:SecureTransport": "false"}}              | public-access
          "Principal": {"AWS": "444455556666"}   | s3:*           | *                         | {}                                                      | public-access
          """)
  void a_denial_beside_it(
      String principal, String action, String resource, String condition, String expected) {
    String found =
        found(
            """
            {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::site/*"},
             {"Effect": "Deny", %s, "Action": "%s", "Resource": "%s", "Condition": %s}]}
            """
                .formatted(principal, action, resource, condition),
            PolicyType.resource("AWS::S3::Bucket"));
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          TYPE               | FOUND
          resource           | -
          AWS::SQS::Queue    | public-write
          """)
  void all_for_all_is_what_an_endpoint_has(String type, String expected) {
    PolicyType of = PolicyType.named(type).orElseGet(() -> PolicyType.resource(type));
    String found =
        found(
            """
            {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}
            """,
            of);
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          PRINCIPAL                                 | ACTION             | FOUND
          arn:aws:iam::111122223333:root            | kms:*              | -
          arn:aws:iam::444455556666:root            | kms:*              | cross-account-full
          arn:aws:iam::444455556666:role/admin      | kms:PutKeyPolicy   | cross-account-permissions
          arn:aws:iam::444455556666:role/admin      | kms:CreateGrant    | -
          arn:aws:iam::444455556666:role/admin      | kms:Decrypt        | -
          """)
  void a_foreigner_in_a_key_policy(String principal, String action, String expected) {
    String found =
        found(
            """
            {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "%s",
              "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1"}]}
            """
                .formatted(principal, action),
            PolicyType.KMS_KEY);
    assertThat(found).isEqualTo(expected == null ? "" : expected);
  }

  private static String found(String json, PolicyType type) {
    return Linter.standard().lint(SourceText.of("test", json), type).findings().stream()
        .map(finding -> finding.rule().id())
        .filter(
            id -> id.startsWith("public-") || id.startsWith("deputy-") || id.startsWith("cross-"))
        .sorted()
        .distinct()
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }
}
