package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.catalog.Catalog;
import dev.postern.lint.rule.Background;
import dev.postern.lint.rule.Fix;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ActionRulesTest {
  private static final Instant FRESH = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant STALE = Instant.parse("2027-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ID                           | SEVERITY         | PROFILE | ISSUE CODE
          action-unknown               | error            | default | INVALID_ACTION
          action-api-name              | error            | default | INVALID_ACTION
          action-service-unknown       | error            | default | INVALID_SERVICE_IN_ACTION
          action-retired               | warning          | default | INVALID_ACTION
          action-service-wildcard      | suggestion       | default | WILDCARD_IN_SERVICE_NAME
          action-case                  | suggestion       | strict  |
          action-redundant             | suggestion       | default | REDUNDANT_ACTION
          action-unsupported-in-policy | error            | default | UNSUPPORTED_ACTION_IN_POLICY
          action-dependency-missing    | suggestion       | strict  |
          notaction-allow              | security-warning | default |
          notaction-typo-grants        | security-warning | default | INVALID_ACTION
          notaction-typo-denies        | warning          | default | INVALID_ACTION
          notaction-notresource-allow  | security-warning | default |
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
          ACTION                         | RULE
          s3:GetObject                   | -
          S3:getobject                   | -
          s3:*                           | -
          *                              | -
          s3:GetObjct                    | action-unknown
          s3:Gett*                       | action-unknown
          s3:HeadObject                  | action-api-name
          s3:ListObjectsV2               | action-api-name
          s3:GetBucketLifecycle          | action-api-name
          s4:GetObject                   | action-service-unknown
          monitoring:PutMetricData       | action-service-unknown
          zz*:Get*                       | action-service-unknown
          elastic-inference:Connect      | action-retired
          iam:CreateChallengeQuestion    | action-retired
          deepracer:GetTrack             | action-retired
          deepracer:Get*                 | action-retired
          securityagent:GetDocReviewTask | action-retired
          """)
  void what_does_not_exist_has_one_reason(String action, String rule) {
    assertThat(linting("\"" + action + "\"", FRESH).findings())
        .filteredOn(finding -> finding.pointer().toString().equals("/Statement/0/Action"))
        .extracting(finding -> finding.rule().id())
        .filteredOn(id -> id.startsWith("action-") && !id.equals("action-service-wildcard"))
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ACTION          | FRESH | STALE
          s3:GetObjct     | error | warning
          s3:Gett*        | error | error
          s3:HeadObject   | error | error
          s4:GetObject    | error | error
          """)
  void an_old_catalog_is_less_sure_of_plain_names(String action, String fresh, String stale) {
    assertThat(severity(action, FRESH)).isEqualTo(fresh);
    assertThat(severity(action, STALE)).isEqualTo(stale);
  }

  private static String severity(String action, Instant now) {
    return linting("\"" + action + "\"", now).findings().get(0).severity().word();
  }

  @Test
  void a_message_names_the_date_of_the_catalog() {
    assertThat(linting("\"s3:GetObjct\"", FRESH).findings().get(0).message())
        .isEqualTo("`s3:GetObjct` is not in the catalog of 2026-09-26");
    assertThat(linting("\"s3:GetObjct\"", STALE).findings().get(0).message())
        .endsWith(", which is 97 days old");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          ACTIONS                                      | REDUNDANT
          "s3:Get*", "s3:GetObject"                    | /Statement/0/Action/1
          "s3:GetObject", "s3:Get*"                    | /Statement/0/Action/0
          "s3:GetObject", "S3:GETOBJECT"               | /Statement/0/Action/1
          "s3:Get*", "s3:get*"                         | /Statement/0/Action/1
          "s3:Get*", "s3:G*", "s3:GetO*"               | /Statement/0/Action/0 /Statement/0/Action/2
          "*", "s3:Get*"                               | /Statement/0/Action/1
          "*:*", "*"                                   | /Statement/0/Action/1
          "s3:Get?bject", "s3:GetObject"               | /Statement/0/Action/1
          "s3:*", "s3express:*"                        | -
          "s3:Get*", "s3:*Object"                      | -
          "s3:Get*Object", "s3:GetObject*"             | -
          "ec2:Describe*s", "ec2:Describe*ss"          | /Statement/0/Action/1
          """)
  void a_pattern_within_another_is_redundant(String actions, String redundant) {
    assertThat(linting("[" + actions + "]", FRESH).findings())
        .filteredOn(finding -> finding.rule().id().equals("action-redundant"))
        .extracting(finding -> finding.pointer().toString())
        .isEqualTo(redundant == null ? List.of() : List.of(redundant.split(" ")));
  }

  @Test
  void a_redundant_action_stands_before_what_covers_it_and_can_go_by_itself() {
    Finding finding =
        linting("[\"s3:GetObject\", \"s3:GetObjectAcl\", \"s3:Get*\"]", FRESH).findings().get(1);
    assertThat(finding.pointer()).hasToString("/Statement/0/Action/1");
    assertThat(finding.related()).hasSize(1);
    assertThat(finding.related().get(0).span().pointer()).hasToString("/Statement/0/Action/2");
    assertThat(finding.fix().map(Fix::kind)).contains(Fix.Kind.AUTO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          NOT ACTION      | EFFECT | TYPE     | RULE
          iamm:*          | Allow  | identity | notaction-typo-grants
          iam:PasRole     | Allow  | session  | notaction-typo-grants
          s3:HeadObject   | Allow  | identity | notaction-typo-grants
          iam:PasRole     | Deny   | scp      | notaction-typo-denies
          iam:PasRole     | Allow  | boundary | action-unknown
          zocalo:*        | Allow  | identity | action-retired
          """)
  void a_wrong_name_that_is_left_out_has_its_own_rules(
      String action, String effect, String type, String rule) {
    String policy =
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \""
            + effect
            + "\", \"NotAction\": [\""
            + action
            + "\"], \"Resource\": \"*\"}}";
    assertThat(lint(policy, PolicyType.named(type).orElseThrow(), FRESH).findings())
        .filteredOn(
            finding ->
                finding.pointer().toString().equals("/Statement/0/NotAction/0")
                    || finding.pointer().toString().equals("/Statement/NotAction/0"))
        .extracting(finding -> finding.rule().id())
        .containsExactly(rule);
  }

  private static LintResult linting(String actions, Instant now) {
    return lint(
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": "
            + actions
            + ", \"Resource\": \"*\"}]}",
        PolicyType.IDENTITY,
        now);
  }

  private static LintResult lint(String policy, PolicyType type, Instant now) {
    return Linter.standard()
        .rules("action-*", "notaction-typo-*")
        .judgingBy(Background.of(Catalog.bundled(), Clock.fixed(now, ZoneOffset.UTC)))
        .lint(SourceText.of("policy.json", policy), type);
  }
}
