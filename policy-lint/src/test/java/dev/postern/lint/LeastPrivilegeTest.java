package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.catalog.Catalog;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grants that are wider than needed. */
final class LeastPrivilegeTest {
  private static final Path TABLE =
      Path.of("src/main/resources/dev/postern/lint/rule/sensitive-actions.tsv");

  /** Ids, severities and codes are a contract with users; this is its text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                               | SEVERITY         | PROFILE | ISSUE CODE
          admin-full                       | security-warning | default |
          admin-equivalent                 | security-warning | default |
          wildcard-action                  | security-warning | default |
          wildcard-service                 | warning          | default |
          wildcard-action-admin            | warning          | default |
          wildcard-action-write            | suggestion       | strict  |
          wildcard-resource                | warning          | default |
          wildcard-resource-disguised      | warning          | default |
          write-unconstrained              | suggestion       | strict  |
          permissions-management           | security-warning | default |
          tagging-unconstrained            | suggestion       | strict  |
          data-read                        | security-warning | default |
          credentials                      | security-warning | default |
          logging-tamper                   | security-warning | default |
          destructive                      | warning          | default |
          organization-control             | security-warning | default |
          marketplace-subscribe            | warning          | default |
          assume-role-any                  | security-warning | default |
          passrole-star-resource           | security-warning | default | PASS_ROLE_WITH_STAR_IN_RESOURCE
          passrole-star-action-resource    | security-warning | default | PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE
          passrole-notaction-resource      | security-warning | default | PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION
          passrole-notresource             | security-warning | default | PASS_ROLE_WITH_NOT_RESOURCE
          passrole-star-action-notresource | security-warning | default | PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE
          passrole-notaction-notresource   | security-warning | default | PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE
          passrole-wildcard-name           | warning          | default |
          passrole-no-service              | suggestion       | default |
          slr-star-resource                | warning          | default | CREATE_SLR_WITH_STAR_IN_RESOURCE
          slr-star-action-resource         | warning          | default | CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE
          slr-notaction-resource           | warning          | default | CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION
          slr-notresource                  | warning          | default | CREATE_SLR_WITH_NOT_RESOURCE
          slr-star-action-notresource      | warning          | default | CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE
          slr-notaction-notresource        | warning          | default | CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE
          """)
  void the_contract_of_a_rule(String id, String severity, String profile, String issueCode) {
    RuleContract.assertHolds(id, severity, profile, issueCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTION                                        | RESOURCE                             | CONDITION                                                     | FOUND
          Action: 'iam:PassRole'                        | Resource: '*'                        | -                                                             | passrole-star-resource
          Action: 'IAM:passrole'                        | Resource: ['arn:aws:iam::1:role/a','*'] | -                                                          | passrole-star-resource
          Action: ['iam:*','iam:PassRole']              | Resource: '*'                        | -                                                             | passrole-star-resource
          Action: 'iam:*'                               | Resource: '*'                        | -                                                             | passrole-star-action-resource
          Action: '*'                                   | Resource: '*'                        | -                                                             | passrole-star-action-resource
          NotAction: 's3:*'                             | Resource: '*'                        | -                                                             | passrole-notaction-resource
          NotAction: 'iam:Pass*'                        | Resource: '*'                        | -                                                             | -
          Action: 'iam:PassRole'                        | NotResource: 'arn:aws:iam::1:role/a' | -                                                             | passrole-notresource
          Action: 'iam:P*'                              | NotResource: 'arn:aws:iam::1:role/a' | -                                                             | passrole-star-action-notresource
          NotAction: 's3:*'                             | NotResource: 'arn:aws:iam::1:role/a' | -                                                             | passrole-notaction-notresource
          Action: 'iam:PassRole'                        | Resource: 'arn:aws:iam::*:role/*'    | -                                                             | passrole-wildcard-name
          Action: 'iam:PassRole'                        | Resource: 'arn:aws:iam::*:role/a'    | -                                                             | passrole-no-service
          Action: 'iam:PassRole'                        | Resource: '*'                        | 'StringEquals':{'iam:PassedToService':'lambda.amazonaws.com'} | -
          Action: 'iam:PassRole'                        | Resource: '*'                        | 'StringLike':{'iam:passedtoservice':'ec2.*'}                  | -
          Action: 'iam:PassRole'                        | Resource: '*'                        | 'StringEqualsIfExists':{'iam:PassedToService':'a.b'}          | passrole-star-resource
          Action: 'iam:PassRole'                        | Resource: '*'                        | 'StringLike':{'iam:AssociatedResourceArn':'arn:aws:ec2:*'}    | -
          Action: 'iam:PassRole'                        | Resource: '*'                        | 'ForAnyValue:StringEquals':{'aws:CalledVia':'a.b'}            | passrole-star-resource
          """)
  void passing_roles(String action, String resource, String condition, String found) {
    assertThat(ids(action, resource, condition, "passrole-*"))
        .isEqualTo(found == null ? List.of() : List.of(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          CONDITION                                                                        | FOUND
          -                                                                                | slr-star-resource
          'StringEquals':{'iam:AWSServiceName':'macie.amazonaws.com'}                      | -
          'ForAnyValue:StringEquals':{'iam:AWSServiceName':'macie.amazonaws.com'}          | -
          'StringLike':{'iam:AWSServiceName':'*a4b.amazonaws.com'}                         | slr-star-resource
          'StringLike':{'iam:AWSServiceName':'a4b.*'}                                      | -
          'StringLikeIfExists':{'iam:AWSServiceName':'a4b.amazonaws.com'}                  | slr-star-resource
          """)
  void service_linked_roles(String condition, String found) {
    assertThat(ids("Action: 'iam:CreateServiceLinkedRole'", "Resource: '*'", condition, "slr-*"))
        .isEqualTo(found == null ? List.of() : List.of(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTION                   | RESOURCE                            | CONDITION                                       | FOUND
          Action: 'iam:*'          | Resource: '*'                       | 'Bool':{'aws:MultiFactorAuthPresent':'true'}    | permissions-management
          Action: 'iam:*'          | Resource: '*'                       | 'StringLike':{'aws:ResourceTag/a':'*'}          | permissions-management
          Action: 'iam:*'          | Resource: '*'                       | 'StringEquals':{'aws:ResourceTag/a':'b'}        | -
          Action: 'ec2:CreateNetworkInterfacePermission' | Resource: '*' | -                                               | -
          """)
  void what_counts_as_a_limit(String action, String resource, String condition, String found) {
    assertThat(ids(action, resource, condition, "permissions-management"))
        .isEqualTo(found == null ? List.of() : List.of(found));
  }

  @Test
  void everything_is_said_once() {
    assertThat(ids("Action: '*'", "Resource: '*'", null, "security-warning"))
        .containsExactly("admin-full", "passrole-star-action-resource");
  }

  @Test
  void a_role_is_passed_by_the_action_and_through_the_wildcard() {
    Finding finding =
        lint("Action: ['s3:ListBucket','iam:PassRole']", "Resource: ['arn:aws:s3:::a','*']", null)
            .findings()
            .stream()
            .filter(one -> one.rule().id().equals("passrole-star-resource"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.pointer()).hasToString("/Statement/0/Action/1");
    assertThat(finding.related())
        .extracting(place -> place.span().pointer().toString())
        .containsExactly("/Statement/0/Resource/1");
  }

  @Test
  void the_table_names_actions_that_exist_once_each() throws IOException {
    List<List<String>> rows =
        Files.readAllLines(TABLE).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> List.of(line.split("\t", -1)))
            .toList();
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(6).doesNotContain("");
              assertThat(Catalog.bundled().action(row.get(1)))
                  .as(row.get(1))
                  .hasValueSatisfying(
                      action -> assertThat(action.fullName()).isEqualTo(row.get(1)));
              assertThat(BuiltInRules.named(row.get(0))).isPresent();
            });
    assertThat(rows).extracting(row -> row.get(0) + " " + row.get(1)).doesNotHaveDuplicates();
  }

  private static List<String> ids(
      String action, String resource, String condition, String selector) {
    return lint(action, resource, condition).findings().stream()
        .filter(
            finding ->
                selector.endsWith("*")
                    ? finding.rule().id().startsWith(selector.substring(0, selector.length() - 1))
                    : finding.rule().id().equals(selector)
                        || finding.severity().word().equals(selector))
        .map(finding -> finding.rule().id())
        .toList();
  }

  /* Names without quotes and single quotes, so that a row of a table stays short. */
  private static LintResult lint(String action, String resource, String condition) {
    String statement =
        "{'Effect':'Allow','"
            + action.replaceFirst(":", "':")
            + ",'"
            + resource.replaceFirst(":", "':")
            + (condition == null ? "" : ",'Condition':{" + condition + "}")
            + "}";
    return Linter.standard()
        .lint(
            SourceText.of(
                "p.json",
                ("{'Version':'2012-10-17','Statement':[" + statement + "]}").replace('\'', '"')),
            PolicyType.IDENTITY);
  }
}
