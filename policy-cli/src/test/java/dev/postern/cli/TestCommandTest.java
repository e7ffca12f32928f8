package dev.postern.cli;

import static dev.postern.cli.Ran.at;
import static dev.postern.cli.Ran.postern;
import static dev.postern.cli.Ran.posternColoured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCommandTest {
  private static final String SENTENCES =
      """
      principal alice = arn:aws:iam::111122223333:user/alice
        identity policy.json

      test "reports"
        allow alice s3:GetObject on arn:aws:s3:::reports/q1
        deny alice s3:PutObject on arn:aws:s3:::reports/q1
      """;

  private static final String SCENARIO =
      """
      {"name": "alice reads", "expect": "allowed",
       "request": {"principal": "arn:aws:iam::111122223333:user/alice",
        "action": "s3:GetObject", "resource": "arn:aws:s3:::reports/q1.csv"},
       "policies": {"identity": ["policy.json"]}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    write("policy.json", Policies.CLEAN);
    write("good.policytest", SENTENCES);
    write("bad.policytest", SENTENCES.replace("deny", "allow"));
    write("thin.policytest", SENTENCES.replace("allow", "# allow"));
    write("broken.policytest", SENTENCES.replace("deny", "dny"));
    write("good.json", SCENARIO);
    write("bad.json", SCENARIO.replace("allowed", "explicitDeny"));
    write(
        "undecided.json",
        SCENARIO.replace(
            "\"action\"", "\"context\": {\"aws:SourceIp\": [\"a\", \"b\"]}, \"action\""));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ARGUMENTS                              | CODE
          good.policytest                        | 0
          good.policytest good.json              | 0
          bad.policytest                         | 1
          bad.json                               | 1
          broken.policytest                      | 1
          gone.policytest                        | 2
          gone.json good.json                    | 2
          --coverage good.policytest             | 0
          --coverage-min 100 good.policytest     | 0
          --coverage-min 1 thin.policytest       | 1
          --coverage-min 0 thin.policytest       | 0
          --mutate good.policytest               | 0
          --mutation-min 100 good.policytest     | 1
          --mutation-min 30 good.policytest      | 0
          --coverage-html policy.json/page.html good.policytest | 2
          """)
  void the_exit_code_says_whether_the_policies_do_what_was_meant(String arguments, int code) {
    Ran ran = postern(folder, ("test " + arguments).split(" ", -1));

    assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(code);
  }

  @Test
  void text_shows_a_failure_with_its_place_and_its_reasons() {
    assertThat(postern(folder, "test", "bad.policytest", "good.json"))
        .isEqualTo(
            new Ran(
                1,
                """
                FAILED  bad.policytest  2 tests, 1 failed

                    failed: reports: allow alice s3:PutObject on arn:aws:s3:::reports/q1
                      --> %1$s/bad.policytest:6:3
                     6 |   allow alice s3:PutObject on arn:aws:s3:::reports/q1
                       |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    expected decision allowed, got implicitDeny
                    implicitDeny: User: arn:aws:iam::111122223333:user/alice is not authorized \
                to perform: s3:PutObject on resource: "arn:aws:s3:::reports/q1" because no \
                identity-based policy allows the s3:PutObject action
                    > identity-based policy  - silent: no statement allows it
                          - Allow `ReadReports` (statement 0 of %2$s at 4:5): action not listed
                      would be allowed if an identity-based policy allowed it
                ok      good.json  1 test

                3 tests in 2 files, 1 failed
                """
                    .replace("%1$s/", "")
                    .replace("%2$s", folder.resolve("policy.json").toString()),
                ""));
  }

  @Test
  void text_shows_where_a_sentence_is_wrong_and_runs_the_others() {
    assertThat(postern(folder, "test", "broken.policytest").out())
        .contains("error[policytest-syntax]: unexpected `dny`")
        .contains("--> broken.policytest:6:3\n")
        .contains("did you mean `deny`?")
        .endsWith("2 tests in 1 file, 1 failed\n");
  }

  @Test
  void what_cannot_be_decided_fails_under_its_name() {
    assertThat(postern(folder, "test", "undecided.json").out())
        .contains("error[scenario-contradiction]", "in the test: alice reads");
  }

  @Test
  void a_scenario_without_an_expectation_is_counted() throws IOException {
    write("silent.json", SCENARIO.replace("\"expect\": \"allowed\",", ""));

    assertThat(postern(folder, "test", "silent.json").out())
        .endsWith("1 test in 1 file, all as expected; 1 without an expectation\n");
  }

  @Test
  void a_folder_is_searched_for_tests_and_policies_are_passed_over() {
    Ran ran = postern(folder, "test", ".");

    assertThat(ran.out())
        .contains("./good.policytest", "./good.json", "10 tests in 7 files")
        .doesNotContain("./policy.json\n", "policy.json  1 test");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void coverage_lists_what_no_test_covers() throws IOException {
    write("good.policytest", SENTENCES + "organization level scp FullAWSAccess\n");

    assertThat(postern(folder, "test", "--coverage", "good.policytest").out())
        .contains("policy.json (identity-based policy)")
        .contains("Allow ReadReports")
        .doesNotContain("FullAWSAccess");
  }

  @Test
  void too_little_coverage_is_told() {
    assertThat(postern(folder, "test", "--coverage-min=100", "thin.policytest").err())
        .isEqualTo("postern: tests cover 0 %, which is less than 100 %\n");
  }

  @Test
  void mutants_that_no_test_notices_are_listed() {
    assertThat(postern(folder, "test", "--mutate", "good.policytest").out())
        .contains("survived[", "no test notices when", "mutants noticed, ");
  }

  @Test
  void a_page_of_coverage_is_written() throws IOException {
    Ran ran = postern(folder, "test", "--coverage-html", "page.html", "good.policytest");

    assertThat(ran.out()).doesNotContain("covered  parts");
    assertThat(Files.readString(folder.resolve("page.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("ReadReports");
  }

  @Test
  void json_is_one_document() {
    JsonValue json =
        postern(
                folder,
                "test",
                "--format=json",
                "--coverage",
                "--mutate",
                "good.policytest",
                "bad.json",
                "undecided.json")
            .json();

    assertThat(at(json, "files/0/file")).isEqualTo("good.policytest");
    assertThat(at(json, "files/0/tests/1/outcome")).isEqualTo("passed");
    assertThat(at(json, "files/0/tests/1/line")).isEqualTo("6");
    assertThat(at(json, "files/1/tests/0/outcome")).isEqualTo("failed");
    assertThat(at(json, "files/1/tests/0/result/differences")).isEqualTo("1 elements");
    assertThat(at(json, "files/2/tests/0/outcome")).isEqualTo("error");
    assertThat(at(json, "summary/tests")).isEqualTo("4");
    assertThat(at(json, "summary/failures")).isEqualTo("1");
    assertThat(at(json, "summary/errors")).isEqualTo("1");
    assertThat(at(json, "coverage/percent")).isNotEmpty();
    assertThat(at(json, "mutation/percent")).isNotEmpty();
  }

  @Test
  void junit_has_a_suite_for_each_file_and_a_case_for_each_test() throws XMLStreamException {
    Ran ran =
        postern(folder, "test", "--format=junit", "bad.policytest", "good.json", "undecided.json");

    assertThat(elements(ran.out()))
        .containsExactly(
            "testsuites postern test",
            "testsuite bad.policytest",
            "testcase reports: allow alice s3:GetObject on arn:aws:s3:::reports/q1",
            "testcase reports: allow alice s3:PutObject on arn:aws:s3:::reports/q1",
            "failure decision",
            "testsuite good.json",
            "testcase alice reads",
            "testsuite undecided.json",
            "testcase alice reads",
            "error scenario-contradiction");
  }

  private static List<String> elements(String xml) throws XMLStreamException {
    XMLStreamReader reader =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml));
    List<String> elements = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        elements.add(reader.getLocalName() + " " + reader.getAttributeValue(0));
      }
    }
    return elements;
  }

  @Test
  void a_test_never_steers_the_terminal() throws IOException {
    write("bad.json", SCENARIO.replace("alice reads", "a\\u001B[2J").replace("allowed", "denied"));

    for (String option : new String[] {"--format=text", "--format=json", "--format=junit"}) {
      assertThat(postern(folder, "test", option, "bad.json").out()).doesNotContain("\u001B");
    }
  }

  @Test
  void colours_are_for_terminals() {
    assertThat(posternColoured(folder, "test", "good.json").out()).contains("\u001B[32mok");
  }

  @Test
  void tests_are_laid_out_by_fmt() throws IOException {
    write("good.policytest", SENTENCES.replace("\n  identity", " identity"));

    assertThat(postern(folder, "fmt", "good.policytest").out()).isEqualTo(SENTENCES);
    assertThat(postern(folder, "fmt", "--check", "good.policytest").code()).isEqualTo(1);
    assertThat(postern(folder, "fmt", "--check", "bad.policytest").code()).isZero();
  }

  @Test
  void a_test_with_a_mistake_is_not_laid_out() {
    Ran ran = postern(folder, "fmt", "--write", "broken.policytest");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("broken.policytest:6:3: unexpected `dny`; did you mean `deny`?");
  }
}
