package dev.postern.cli.html;

import static dev.postern.cli.html.ParsedPage.linted;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.LintResult;
import dev.postern.lint.RuleFault;
import dev.postern.lint.Subject;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HtmlReportTest {
  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "Read",
            "Effect": "Allow",
            "Action": ["s3:PutObjct", "s3:GetObject", "s3:Get*"],
            "Resource": "arn:aws:s3:::reports/*"
          },
          {
            "Sid": "Read",
            "Effect": "Allow",
            "NotAction": "iam:*",
            "Resource": "*"
          }
        ]
      }
      """;

  private static final LintResult LINTED =
      linted("deploy.json", POLICY, "sid-duplicate", "action-redundant", "action-unknown");

  private static final ParsedPage PAGE =
      ParsedPage.of(LINTED, linted("clean.json", "{}", "sid-duplicate"));

  private static String finding(String rule) {
    return "//article[@data-rule='" + rule + "']";
  }

  @Test
  void the_summary_counts() {
    assertThat(PAGE.one("//p[@class='headline']"))
        .isEqualTo("2 errors, 1 suggestion in 2 policies");
    assertThat(PAGE.all("//li[starts-with(@class, 'tile')]//strong"))
        .containsExactly("2", "0", "0", "1", "2", "3");
  }

  @Test
  void a_finding_says_what_and_where() {
    String finding = finding("sid-duplicate");

    assertThat(PAGE.one(finding + "/header/h4")).isEqualTo("a second statement with the Sid Read");
    assertThat(PAGE.all(finding + "/header/h4/code")).containsExactly("Sid", "Read");
    assertThat(PAGE.one(finding + "/header/p[@class='label']")).isEqualTo("error");
    assertThat(PAGE.one(finding + "/header/p[@class='place']"))
        .isEqualTo("line 11:14 /Statement/1/Sid");
    assertThat(PAGE.one(finding + "/p[@class='advice']"))
        .isEqualTo("each statement has a Sid of its own");
  }

  @Test
  void findings_stand_in_the_order_of_the_text() {
    assertThat(PAGE.all("//article/@data-rule"))
        .containsExactly("action-unknown", "action-redundant", "sid-duplicate");
  }

  @Test
  void the_lines_around_it_are_shown_and_it_is_marked() {
    String frame = finding("sid-duplicate") + "/pre";

    assertThat(PAGE.all(frame + "//span[@class='number']"))
        .containsExactly("9", "10", "11", "12", "13");
    assertThat(PAGE.one(frame + "//mark")).isEqualTo("\"Read\"");
  }

  @Test
  void what_belongs_to_it_is_marked_in_the_same_lines_or_shown_by_itself() {
    String within = finding("action-redundant");
    String apart = finding("sid-duplicate");

    assertThat(PAGE.one(within + "/pre//mark[starts-with(@class, 'related')]"))
        .isEqualTo("\"s3:Get*\"");
    assertThat(PAGE.all(within + "/ul//pre")).isEmpty();
    assertThat(PAGE.one(apart + "/ul//span[@class='number']")).isEqualTo("5");
    assertThat(PAGE.one(apart + "/ul//mark")).isEqualTo("\"Read\"");
  }

  @Test
  void a_fix_says_what_it_does_and_who_decides() {
    assertThat(PAGE.one(finding("action-redundant") + "/div[@class='mend']/p"))
        .isEqualTo("Fix take s3:GetObject out of the list changes no decision: --fix makes it");
    assertThat(PAGE.one(finding("action-unknown") + "//span[@class='kind']"))
        .isEqualTo("changes access: for you to decide");
    assertThat(PAGE.one(finding("action-unknown") + "//del")).isEqualTo("\"s3:PutObjct\"");
    assertThat(PAGE.one(finding("action-unknown") + "//ins")).isEqualTo("\"s3:PutObject\"");
  }

  @Test
  void a_finding_names_its_rule_and_the_code_of_access_analyzer() {
    String footer = finding("sid-duplicate") + "/footer";

    assertThat(PAGE.one(footer + "/a/@href")).isEqualTo("#rule-sid-duplicate");
    assertThat(PAGE.one(footer + "/span[@class='title']"))
        .isEqualTo("two statements have the same Sid, and IAM refuses it");
    assertThat(PAGE.one(footer + "/span[@class='code']")).isEqualTo("UNIQUE_SIDS_REQUIRED");
  }

  @Test
  void the_page_of_a_rule_is_told_once() {
    assertThat(PAGE.all("//details[@class='rule']//h3"))
        .containsExactly("action-redundant", "action-unknown", "sid-duplicate");
    assertThat(PAGE.all("//div[@id='rule-sid-duplicate']//figcaption"))
        .containsExactly("Found at /Statement/1/Sid", "Nothing to find");
  }

  @Test
  void all_that_was_linted_is_listed() {
    assertThat(PAGE.all("//table//tbody//th")).containsExactly("deploy.json", "clean.json");
    assertThat(PAGE.all("//table//tbody//td[2]")).element(1).isEqualTo("none");
    assertThat(PAGE.all("//details[starts-with(@class, 'policy')]//h3"))
        .containsExactly("deploy.json");
  }

  @Test
  void a_page_without_findings_says_so() {
    ParsedPage page = ParsedPage.of(linted("clean.json", POLICY, "version-old"));

    assertThat(page.one("//p[@class='headline']")).isEqualTo("no findings in 1 policy");
    assertThat(page.one("//p[@class='clean']")).isEqualTo("Nothing was found.");
    assertThat(page.all("//form")).isEmpty();
  }

  @Test
  void a_suppressed_finding_stays_with_its_reason() {
    ParsedPage page =
        ParsedPage.of(
            LINTED.suppressing(
                finding ->
                    finding.id().equals("sid-duplicate")
                        ? Optional.of("until `Q3`: generated")
                        : Optional.empty()));

    assertThat(page.one("//article[contains(@class, 'suppressed')]/p[@class='reason']"))
        .isEqualTo("Suppressed until `Q3`: generated");
    assertThat(page.one("//p[@class='headline']"))
        .isEqualTo("1 error, 1 suggestion in 1 policy, 1 suppressed");
  }

  @Test
  void a_rule_that_failed_is_told() {
    RuleFault fault =
        new RuleFault(
            LINTED.findings().get(0).rule(), LINTED.source(), new IllegalStateException("<oops>"));
    ParsedPage page =
        ParsedPage.of(
            new LintResult(
                LINTED.source(),
                LINTED.subject(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(fault)));

    assertThat(page.one("//section[@class='faults']//li")).contains("deploy.json", "<oops>");
  }

  @Test
  void a_setting_of_the_linter_is_named_as_such() {
    ParsedPage page =
        ParsedPage.of(
            new LintResult(
                SourceText.of(".postern.yaml", ""),
                new Subject.Setting(".postern.yaml"),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of()));

    assertThat(page.one("//table//tbody//td[1]")).isEqualTo("setting of the linter");
  }

  @Test
  void every_link_within_the_page_leads_somewhere() {
    List<String> wanted = new ArrayList<>(PAGE.all("//@href[starts-with(., '#')]"));
    wanted.replaceAll(href -> href.substring(1));
    wanted.addAll(PAGE.all("//@aria-labelledby"));

    assertThat(PAGE.all("//@id")).doesNotHaveDuplicates().containsAll(wanted);
  }

  @Test
  void the_page_needs_nothing_beside_it() {
    assertThat(PAGE.all("//@src")).isEmpty();
    assertThat(PAGE.all("//@href[not(starts-with(., '#')) and not(starts-with(., 'data:'))]"))
        .isEmpty();
    assertThat(Asset.named("page.css").text()).doesNotContain("url(", "@import");
    assertThat(Asset.named("page.js").text()).doesNotContain("fetch", "XMLHttpRequest", "import(");
  }
}
