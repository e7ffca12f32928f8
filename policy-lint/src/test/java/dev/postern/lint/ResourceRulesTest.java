package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.Fix;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResourceRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                        | SEVERITY         | PROFILE | ISSUE CODE
          arn-partition             | error            | default | INVALID_PARTITION
          arn-service-case          | error            | default | INVALID_ARN_SERVICE_CASE
          arn-service-unknown       | error            | default | INVALID_SERVICE
          arn-region-invalid        | error            | default | INVALID_ARN_REGION
          arn-region-not-allowed    | error            | default | ARN_REGION_NOT_ALLOWED
          arn-region-missing        | error            | default | MISSING_ARN_REGION
          arn-account-invalid       | error            | default | INVALID_ARN_ACCOUNT
          arn-account-not-allowed   | error            | default | ARN_ACCOUNT_NOT_ALLOWED
          arn-account-missing       | error            | default | MISSING_ARN_ACCOUNT
          arn-resource-format       | error            | default | INVALID_ARN_RESOURCE
          arn-iam-path              | warning          | default |
          arn-secret-suffix         | warning          | default |
          arn-log-group-suffix      | warning          | default |
          arn-lambda-qualifier      | suggestion       | default |
          resource-mismatch         | warning          | default |
          resource-mismatch-deny    | security-warning | default |
          resource-needs-star       | warning          | default |
          resource-needs-star-deny  | security-warning | default |
          resource-type-incomplete  | warning          | default |
          resource-irrelevant       | suggestion       | default |
          resource-redundant        | suggestion       | default | REDUNDANT_RESOURCE
          resource-service-wildcard | suggestion       | default | WILDCARD_IN_SERVICE_NAME
          resource-unsupported-in-policy | error       | default | UNSUPPORTED_RESOURCE_ARN_IN_POLICY
          resource-name-prefix-open | warning          | default |
          notresource-allow         | security-warning | default |
          notresource-typo          | security-warning | default |
          notresource-deny-ineffective | warning       | default |
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
          ARN                                                  | RULE
          arn:aws:s3:::reports                                 | -
          arn:aws:s3:::reports/${aws:username}/*               | -
          arn:aws:s3:*:*:reports                               | -
          arn:aws:s3:eu-west-1::reports                        | arn-region-not-allowed
          arn:aws:s3::111122223333:reports                     | arn-account-not-allowed
          arn:aws:s3:::reports:*                               | arn-resource-format
          arn:aws:S3:::reports                                 | arn-service-case
          arn:aws:s4:::reports                                 | arn-service-unknown
          arn:aws:zocalo:::*                                   | -
          arn:aws:execute-api:eu-west-1:111122223333:a1/*/GET/ | -
          arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-1/me | -
          arn:aws:catalog:eu-west-1:111122223333:product/p     | -
          arn:aws:iam::111122223333:root                       | -
          arn:aws:iam::aws:policy/ReadOnlyAccess               | -
          arn:aws:iam::*:role/*                                | -
          arn:aws:iam::111122223333:u*                         | arn-resource-format
          arn:aws:iam::111122223333:role*                      | -
          arn:aws:iam::111122223333:rolle/x                    | arn-resource-format
          arn:aws:iam::11112222333:role/x                      | arn-account-invalid
          arn:aws:iam::1111*:role/x                            | -
          arn:aws:iam:::role/x                                 | arn-account-missing
          arn:aws:ec2:us-east-1::image/*                       | -
          arn:aws:ec2:us-east1:111122223333:instance/*         | arn-region-invalid
          arn:aws:ec2:us-*:111122223333:instance/*             | -
          arn:aws:ec2::111122223333:instance/*                 | arn-region-missing
          arn:aws:ssm:us-east-1::document/AWS-RunShellScript   | -
          arn:aws:ssm:*:${aws:PrincipalAccount}:parameter/x    | -
          arn:amazon:s3:::reports                              | arn-partition
          arn:aws-eusc:s3:::reports                            | -
          arn:aws*:s3:::reports                                | -
          """)
  void a_field_of_an_arn_is_right_or_wrong(String arn, String rule) {
    assertThat(linting("\"*\"", "\"" + arn + "\"", PolicyType.IDENTITY).findings())
        .extracting(finding -> finding.rule().id())
        .filteredOn(id -> id.startsWith("arn-") && !id.equals("arn-variable-position"))
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          RESOURCES                                                       | REDUNDANT
          "arn:aws:s3:::a*", "arn:aws:s3:::a*/*"                          | 1
          "arn:aws:s3:::a/*", "arn:aws:s3:::a"                            | -
          "arn:aws:s3:::a", "arn:aws:s3:::a"                              | 1
          "arn:aws:s3:::a", "arn:aws:s3:::A"                              | -
          "*", "arn:aws:s3:::a"                                           | 1
          "arn:*:*:*:*:*", "*"                                            | 0
          "arn:aws:sqs:*:*:a", "arn:aws:sqs:eu-west-1:*:a"                | 1
          "arn:aws:sqs:eu-west-1:*:a", "arn:aws:sqs:*:111122223333:a"     | -
          "arn:aws:s3:::a/*", "arn:aws:s3:::a/${aws:username}"            | 1
          "arn:aws:s3:::a/${aws:username}", "arn:aws:s3:::a/${aws:userid}" | -
          "arn:aws:s3:::a/${*}", "arn:aws:s3:::a/b"                       | -
          """)
  void a_pattern_within_another_is_redundant(String resources, String redundant) {
    assertThat(linting("\"*\"", "[" + resources + "]", PolicyType.IDENTITY).findings())
        .filteredOn(finding -> finding.rule().id().equals("resource-redundant"))
        .extracting(finding -> finding.pointer().toString())
        .isEqualTo(redundant == null ? List.of() : List.of("/Statement/0/Resource/" + redundant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTION                         | RESOURCE                                              | RULE
          s3:ListBucket                  | arn:aws:s3:::a/*                                      | resource-mismatch
          s3:ListBucket                  | arn:aws:s3:::a                                        | -
          s3:GetObject                   | arn:aws:s3:::a                                        | resource-mismatch
          s3:GetObject                   | arn:aws:s3:::a*                                       | -
          s3:*                           | arn:aws:s3:::a                                        | -
          iam:*Role                      | arn:aws:s3:::a                                        | resource-mismatch
          s3:ListAllMyBuckets            | arn:aws:s3:::a                                        | resource-needs-star
          s3:ListAllMyBuckets            | arn:aws:s3:::*                                        | -
          logs:DescribeLogGroups         | arn:aws:logs:*:*:log-group:*                          | -
          ec2:DescribeInstances          | arn:aws:ec2:*:*:instance/*                            | resource-needs-star
          kms:Decrypt                    | arn:aws:kms:eu-west-1:111122223333:alias/a            | resource-mismatch
          logs:PutLogEvents              | arn:aws:logs:eu-west-1:111122223333:log-group:a       | arn-log-group-suffix
          logs:PutLogEvents              | arn:aws:logs:eu-west-1:111122223333:log-group:a:*     | -
          logs:PutLogEvents              | arn:aws:logs:eu-west-1:111122223333:log-group:a*      | -
          secretsmanager:GetSecretValue  | arn:aws:secretsmanager:eu-west-1:111122223333:secret:a | arn-secret-suffix
          secretsmanager:GetSecretValue  | arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-?????? | -
          secretsmanager:GetSecretValue  | arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-b12Xyz | -
          """)
  void an_action_fits_its_resources_or_does_not(String action, String resource, String rule) {
    assertThat(
            linting("\"" + action + "\"", "\"" + resource + "\"", PolicyType.IDENTITY).findings())
        .filteredOn(finding -> !finding.rule().id().equals("resource-name-prefix-open"))
        .extracting(finding -> finding.rule().id())
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTION         | RESOURCE                                    | SEVERITY
          s3:GetObject   | arn:aws:s3:::reports*                       | security-warning
          s3:GetObject   | arn:aws:s3:::reports*/in/*                  | security-warning
          s3:GetObject   | arn:aws:s3:::reports/in*                    | -
          s3:ListBucket  | arn:aws:s3:::reports*                       | -
          s3:GetObject   | arn:aws:s3:::reports-*                      | -
          s3:GetObject   | arn:aws:s3:::*                              | -
          iam:GetRole    | arn:aws:iam::*:role/deploy*                 | warning
          iam:GetRole    | arn:aws:iam::*:role/deploy/*                | -
          iam:GetRole    | arn:aws:iam::*:role/aws-service-role/x/AWS* | -
          iam:GetRole    | arn:aws:iam::*:role*                        | -
          iam:GetUser    | arn:aws:iam::*:user/${aws:username}*        | warning
          """)
  void a_name_that_runs_into_a_star_matches_others(
      String action, String resource, String severity) {
    assertThat(
            linting("\"" + action + "\"", "\"" + resource + "\"", PolicyType.IDENTITY).findings())
        .filteredOn(finding -> finding.rule().id().equals("resource-name-prefix-open"))
        .extracting(finding -> finding.severity().word())
        .isEqualTo(severity == null ? List.of() : List.of(severity));
  }

  @Test
  void a_region_that_does_not_belong_can_be_taken_out() {
    Finding finding =
        linting("\"s3:GetObject\"", "\"arn:aws:s3:eu-west-1::a/*\"", PolicyType.IDENTITY)
            .findings()
            .get(0);
    assertThat(finding.fix().map(Fix::kind)).contains(Fix.Kind.OFFER);
    assertThat(finding.fix().orElseThrow().edits().get(0).newText())
        .isEqualTo("\"arn:aws:s3:::a/*\"");
  }

  @Test
  void what_access_analyzer_leaves_alone_has_no_code() {
    assertThat(format("arn:aws:logs:*:*:/aws-glue/*").issueCode()).isEmpty();
    assertThat(format("arn:aws:iam::111122223333:rolle/x").issueCode())
        .contains("INVALID_ARN_RESOURCE");
  }

  private static Finding format(String arn) {
    return linting("\"*\"", "\"" + arn + "\"", PolicyType.IDENTITY).findings().get(0);
  }

  private static LintResult linting(String actions, String resources, PolicyType type) {
    String policy =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": "
            + actions
            + ", \"Resource\": "
            + resources
            + "}]}";
    return Linter.standard()
        .rules("arn-*", "resource-*", "notresource-*")
        .lint(SourceText.of("policy.json", policy), type);
  }
}
