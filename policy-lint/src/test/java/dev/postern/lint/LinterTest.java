package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.lint.LintResult.TypeSource;
import dev.postern.lint.rule.Findings;
import dev.postern.lint.rule.LintedPolicy;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.Severity;
import dev.postern.lint.rule.StatementRule;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.Statement;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinterTest {
  /** A misspelt element, an empty Sid, a resource that is none. */
  private static final String THREE_MISTAKES =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {"Sid": "", "Effect": "Allow", "Actions": "s3:GetObject", "Action": "s3:GetObject", "Resource": "reports"}
        ]
      }
      """;

  private static List<String> rules(LintResult result) {
    return result.findings().stream().map(finding -> finding.rule().id()).toList();
  }

  private static LintResult lint(Linter linter, String text) {
    return linter.lint(SourceText.of("p.json", text), PolicyType.IDENTITY);
  }

  /** A rule of a user's own. */
  private static StatementRule rule(String id, Runnable check) {
    return new StatementRule() {
      @Override
      public RuleInfo info() {
        return RuleInfo.warning(id, "a rule of one's own");
      }

      @Override
      public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
        check.run();
        findings.add(statement.span(), "a statement", "");
      }
    };
  }

  @Test
  void findings_come_in_the_order_of_the_text() {
    assertThat(rules(lint(Linter.standard(), THREE_MISTAKES)))
        .containsExactly("sid-empty", "element-wrong-case", "arn-prefix");
  }

  @Test
  void the_strict_linter_runs_more_rules() {
    assertThat(Linter.standard().rules()).extracting(RuleInfo::id).doesNotContain("sid-missing");
    assertThat(Linter.strict().rules()).extracting(RuleInfo::id).contains("sid-missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          SELECTOR           | FOUND
          sid-empty          | sid-empty
          sid-*              | sid-empty
          *                  | sid-empty element-wrong-case arn-prefix
          error              | element-wrong-case arn-prefix
          suggestion         | sid-empty
          INVALID_ARN_PREFIX | arn-prefix
          sid-characters     |
          """)
  void rules_are_selected(String selector, String found) {
    assertThat(String.join(" ", rules(lint(Linter.standard().rules(selector), THREE_MISTAKES))))
        .isEqualTo(found == null ? "" : found);
  }

  @Test
  void rules_are_left_out() {
    assertThat(rules(lint(Linter.standard().without("sid-*", "arn-prefix"), THREE_MISTAKES)))
        .containsExactly("element-wrong-case");
  }

  @Test
  void a_selector_that_selects_nothing_is_refused_with_a_suggestion() {
    assertThatThrownBy(() -> Linter.standard().rules("sid-emty"))
        .hasMessage("no rule is `sid-emty`; did you mean `sid-empty`?");
  }

  @Test
  void a_strict_rule_runs_when_it_is_asked_for_by_its_id() {
    assertThat(Linter.standard().rules("sid-missing").rules())
        .extracting(RuleInfo::id)
        .containsExactly("sid-missing");
    assertThat(Linter.standard().rules("sid-*").rules())
        .extracting(RuleInfo::id)
        .doesNotContain("sid-missing");
  }

  @Test
  void a_rule_of_ones_own_runs_along() {
    Linter linter = Linter.standard().with(rule("own-rule", () -> {}));
    assertThat(rules(lint(linter, THREE_MISTAKES))).contains("own-rule", "sid-empty");
  }

  @Test
  void no_rule_takes_the_id_of_another() {
    assertThatThrownBy(() -> Linter.standard().with(rule("sid-empty", () -> {})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_rule_that_fails_leaves_the_findings_of_the_others() {
    Linter linter =
        Linter.standard()
            .with(
                rule(
                    "own-rule",
                    () -> {
                      throw new IllegalStateException("no idea");
                    }));

    LintResult result = lint(linter, THREE_MISTAKES);

    assertThat(rules(result)).contains("sid-empty", "arn-prefix");
    assertThat(result.faults())
        .extracting(RuleFault::describe)
        .containsExactly(
            "p.json: the rule own-rule failed: java.lang.IllegalStateException: no idea");
  }

  @Test
  void a_rule_speaks_of_its_types_only() {
    String duplicate =
        """
        {"Version": "2012-10-17", "Statement": [
          {"Sid": "A", "Effect": "Deny", "Action": "s3:*", "Resource": "*"},
          {"Sid": "A", "Effect": "Deny", "Action": "sqs:*", "Resource": "*"}]}
        """;
    assertThat(rules(lint(Linter.standard(), duplicate))).containsExactly("sid-duplicate");
    assertThat(
            rules(
                Linter.standard()
                    .lint(SourceText.of("scp.json", duplicate), PolicyType.SERVICE_CONTROL)))
        .containsExactly("sid-duplicate-advice");
  }

  @Test
  void a_misspelt_element_is_not_missing_too() {
    assertThat(
            rules(
                lint(
                    Linter.standard(),
                    """
                    {"Version": "2012-10-17", "Statement": [
                      {"effect": "Allow", "Actions": "s3:*", "Resources": "*"}]}
                    """)))
        .containsExactly("element-wrong-case", "element-wrong-case", "element-wrong-case");
  }

  @Test
  void stray_space_is_not_a_malformed_arn_too() {
    assertThat(
            rules(
                lint(
                    Linter.standard(),
                    """
                    {"Version": "2012-10-17", "Statement": [
                      {"Effect": "Allow", "Action": "s3:GetObject", "Resource": " arn:aws:s3:::reports/*"}]}
                    """)))
        .containsExactly("string-stray-space");
  }

  @Test
  void stray_space_in_a_condition_key() {
    assertThat(
            lint(
                    Linter.standard(),
                    """
                    {"Version": "2012-10-17", "Statement": [
                      {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*",
                       "Condition": {"StringEquals": {"aws:RequestedRegion ": "eu-west-1"}}}]}
                    """)
                .findings())
        .extracting(Finding::toString)
        .containsExactly(
            "p.json:3:35 (/Statement/0/Condition/StringEquals/aws:RequestedRegion ):"
                + " error[string-stray-space]: white space in the condition key"
                + " `aws:RequestedRegion `");
  }

  @Test
  void what_a_template_leaves_open_has_one_finding() {
    assertThat(
            rules(
                lint(
                    Linter.standard(),
                    """
                    {"Version": "2012-10-17", "Statement": [
                      {"Effect": "Allow", "Action": {"Fn::If": ["A", "s3:*", {"Ref": "B"}]},
                       "Resource": "*"},
                      {"Fn::If": ["B", {"Effect": "<effect>"}, {"Ref": "AWS::NoValue"}]}]}
                    """)))
        .containsExactly("doc-template-left");
  }

  @Test
  void a_placeholder_has_one_finding_however_often_it_stands() {
    LintResult result =
        lint(
            Linter.standard(),
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "<action>", "Resource": ["<bucket>", "<bucket>/*"]},
              {"Effect": "Allow", "Action": "<action>", "Resource": "reports"}]}
            """);
    assertThat(rules(result))
        .containsExactly("doc-template-left", "doc-template-left", "arn-prefix");
    assertThat(result.findings().get(1).related())
        .extracting(related -> related.span().text())
        .containsExactly("\"<bucket>/*\"");
  }

  @Test
  void what_a_template_leaves_open_stays_open_when_nobody_wants_to_hear_of_it() {
    assertThat(
            rules(
                lint(
                    Linter.standard().without("doc-template-left"),
                    """
                    {"Version": "2012-10-17", "Statement": [
                      {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "<bucket>"}]}
                    """)))
        .isEmpty();
  }

  @Test
  void a_resource_control_policy_without_version_has_one_error() {
    LintResult result =
        Linter.standard()
            .lint(
                SourceText.of(
                    "rcp.json",
                    """
                    {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
                                    "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}
                    """),
                PolicyType.RESOURCE_CONTROL);
    assertThat(rules(result)).containsExactly("version-missing");
    assertThat(result.hasAtLeast(Severity.ERROR)).isTrue();
  }

  @Test
  void a_guessed_type_is_said_to_be_guessed() {
    LintResult result =
        Linter.standard()
            .lint(
                SourceText.of(
                    "trust.json",
                    """
                    {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                     "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}}
                    """));
    assertThat(result.policy().orElseThrow().type()).isEqualTo(PolicyType.TRUST);
    assertThat(result.policy().orElseThrow().typeSource()).isEqualTo(TypeSource.GUESSED);
    assertThat(result.findings()).isEmpty();
  }

  @Test
  void a_document_is_linted_as_its_text_is() {
    String text =
        """
        {"Statement": [{"Sid": "", "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}]}
        """;
    PolicyDocument document =
        PolicyReader.strict().read(SourceText.of("p.json", text), PolicyType.IDENTITY);
    assertThat(rules(Linter.standard().lint(document)))
        .containsExactlyElementsOf(rules(lint(Linter.standard(), text)))
        .contains("version-missing", "sid-empty");
  }

  @Test
  void a_policy_inside_a_larger_text_is_linted_where_it_stands() {
    SourceText export =
        SourceText.of(
            "export.json",
            """
            {"Roles": [{"Policy":
              {"Statement": [{"Sid": "", "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}]}}]}
            """);
    JsonValue policy =
        PolicyInText.of(
                PolicyReader.strict()
                    .examine(
                        policyOf(
                            JsonReader.within(ReadLimits.POLICY)
                                .read(export)
                                .value()
                                .orElseThrow()),
                        PolicyType.IDENTITY)
                    .orThrow())
            .orElseThrow();
    LintResult result =
        Linter.standard().lint(PolicyReader.strict().examine(policy, PolicyType.IDENTITY));
    assertThat(result.findings())
        .extracting(finding -> finding.pointer().toString())
        .containsExactly("/Roles/0/Policy", "/Roles/0/Policy/Statement/0/Sid");
  }

  private static JsonValue policyOf(JsonValue export) {
    JsonValue roles = ((JsonObject) export).get("Roles").orElseThrow();
    JsonValue role = ((JsonArray) roles).elements().get(0);
    return ((JsonObject) role).get("Policy").orElseThrow();
  }
}
