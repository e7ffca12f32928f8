package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrincipalRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                              | SEVERITY         | PROFILE | ISSUE CODE
          principal-role-id               | warning          | default | INVALID_ROLE_REFERENCE
          principal-user-id               | warning          | default | INVALID_USER_REFERENCE
          principal-federated-unsupported | error            | default | FEDERATED_PRINCIPAL_NOT_SUPPORTED
          principal-service-format        | error            | default | INVALID_SERVICE_PRINCIPAL_FORMAT
          principal-service-unknown       | warning          | default |
          principal-service-partition     | warning          | default |
          principal-session               | warning          | default |
          principal-iam-user              | suggestion       | strict  |
          principal-account-delegation    | suggestion       | strict  |
          principal-redundant             | suggestion       | default |
          notprincipal-deny               | security-warning | default |
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
          SERVICE PRINCIPAL                                 | RULES
          lambda.amazonaws.com                              | -
          vpc-flow-logs.amazonaws.com                       | -
          application-signals.cloudwatch.amazonaws.com      | -
          member.org.stacksets.cloudformation.amazonaws.com | -
          logs.eu-central-1.amazonaws.com                   | -
          codedeploy.cn-north-1.amazonaws.com.cn            | -
          ec2.amazonaws.com.cn                              | -
          alexa-appkit.amazon.com                           | -
          lambda.amazon.com                                 | principal-service-unknown
          ec2.aws.com                                       | principal-service-unknown
          lamda.amazonaws.com                               | principal-service-unknown
          app.example.com                                   | principal-service-unknown
          Lambda.amazonaws.com                              | principal-service-format
          lambda                                            | principal-service-format
          ec2 .amazonaws.com                                | principal-service-format,string-stray-space
          """)
  void service_principals(String principal, String rules) {
    assertThat(
            rules(
                "{\"Service\": \"" + principal + "\"}",
                "\"sts:AssumeRole\"",
                PolicyType.TRUST,
                Linter.standard()))
        .isEqualTo(rules == null ? "" : rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          OPERATOR               | KEY                 | VALUE                               | FOUND
          StringEquals           | kms:ViaService      | ec2.us-east-1.amazonaws.com         | false
          StringEquals           | kms:ViaService      | ec2.amazonaws.com                   | true
          StringLike             | kms:ViaService      | ec2.*.amazonaws.com                 | false
          StringEquals           | kms:ViaService      | ec2.us-gov-west-1.amazonaws.com     | false
          StringEquals           | KMS:viaservice      | EC2.us-east-1.amazonaws.com         | true
          StringEqualsIgnoreCase | kms:ViaService      | EC2.us-east-1.amazonaws.com         | false
          ForAnyValue:StringLike | aws:CalledVia       | athena.amazonaws.com                | false
          StringEquals           | aws:CalledViaFirst  | athena                              | true
          StringEquals           | iam:PassedToService | sagemaker.${aws:RequestedRegion}.x  | false
          Null                   | iam:PassedToService | true                                | false
          StringEquals           | iam:AWSServiceName  | ecs.application-autoscaling.amazonaws.com | false
          StringEquals           | s3:prefix           | ec2                                 | false
          """)
  void services_in_conditions(String operator, String key, String value, boolean found) {
    String policy =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
            + " \"s3:ListBucket\", \"Resource\": \"*\", \"Condition\": {\""
            + operator
            + "\": {\""
            + key
            + "\": \""
            + value
            + "\"}}}]}";
    assertThat(
            Linter.standard()
                .rules("principal-service-format")
                .lint(SourceText.of("p.json", policy), PolicyType.IDENTITY)
                .findings())
        .hasSize(found ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          PRINCIPALS                                                                 | FOUND
          "111122223333", "arn:aws:iam::111122223333:root"                           | /1
          "111122223333", "444455556666"                                             | -
          "111122223333", "arn:aws-cn:iam::111122223333:root"                        | -
          "arn:aws:iam::111122223333:role/r", "111122223333"                         | -
          "arn:aws:iam::111122223333:role/r", "*", "111122223333"                    | /0,/2
          "arn:aws:iam::111122223333:role/r", "arn:aws:iam::111122223333:role/R"     | -
          "*"                                                                        | -
          "*", "*"                                                                   | /1
          """)
  void redundant_principals(String principals, String found) {
    assertThat(
            lint(
                    "{\"AWS\": [" + principals + "]}",
                    "\"s3:GetObject\", \"Resource\": \"*\"",
                    PolicyType.RESOURCE,
                    Linter.standard().rules("principal-redundant"))
                .findings()
                .stream()
                .map(finding -> finding.pointer().toString())
                .map(pointer -> pointer.substring("/Statement/0/Principal/AWS".length()))
                .collect(Collectors.joining(",")))
        .isEqualTo(found == null ? "" : found);
  }

  @Test
  void a_service_that_is_not_known_names_the_date_of_the_catalog() {
    assertThat(
            lint(
                    "{\"Service\": \"ec2.aws.com\"}",
                    "\"sts:AssumeRole\"",
                    PolicyType.TRUST,
                    Linter.standard().rules("principal-service-unknown"))
                .findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).contains("in the catalog of 20");
              assertThat(finding.advice()).isEqualTo("did you mean `ec2.amazonaws.com`?");
              assertThat(finding.fix().orElseThrow().edits().get(0).newText())
                  .isEqualTo("\"ec2.amazonaws.com\"");
            });
  }

  private static String rules(String principal, String rest, PolicyType type, Linter linter) {
    return lint(principal, rest, type, linter).findings().stream()
        .map(finding -> finding.rule().id())
        .filter(id -> !id.startsWith("trust-"))
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static LintResult lint(String principal, String rest, PolicyType type, Linter linter) {
    return linter.lint(
        SourceText.of(
            "p.json",
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": "
                + principal
                + ", \"Action\": "
                + rest
                + "}]}"),
        type);
  }
}
