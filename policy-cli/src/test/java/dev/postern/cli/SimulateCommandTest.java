package dev.postern.cli;

import static dev.postern.cli.Ran.at;
import static dev.postern.cli.Ran.postern;
import static dev.postern.cli.Ran.posternReading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
  private static final String SCENARIO =
      """
      {"name": "alice reads", "request": {"principal": "arn:aws:iam::111122223333:user/alice",
        "action": "s3:GetObject", "resource": "arn:aws:s3:::reports/q1.csv"},
       "policies": {"identity": ["policy.json"]}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("policy.json"), Policies.CLEAN);
    Files.writeString(folder.resolve("scenario.json"), SCENARIO);
    Files.writeString(folder.resolve("expected.json"), expecting("\"allowed\""));
    Files.writeString(folder.resolve("unexpected.json"), expecting("\"implicitDeny\""));
    Files.writeString(folder.resolve("broken.json"), SCENARIO.replace("action", "acton"));
    Files.writeString(
        folder.resolve("broken-as-expected.json"),
        expecting("\"error\"").replace("action", "acton"));
  }

  private static String expecting(String expect) {
    return SCENARIO.replace("{\"name\"", "{\"expect\": " + expect + ", \"name\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          FILE                    | CODE
          scenario.json           | 0
          expected.json           | 0
          unexpected.json         | 1
          broken.json             | 1
          broken-as-expected.json | 0
          gone.json               | 2
          """)
  void the_exit_code_says_whether_all_came_out_as_expected(String file, int code) {
    assertThat(postern(folder, "simulate", file).code()).isEqualTo(code);
  }

  @Test
  void text_names_verdict_reason_and_statement() {
    assertThat(postern(folder, "simulate", "expected.json"))
        .isEqualTo(
            new Ran(
                0,
                """
                expected.json
                  ok    allowed: alice reads
                        User: arn:aws:iam::111122223333:user/alice is authorized to perform: \
                s3:GetObject on resource: "arn:aws:s3:::reports/q1.csv" because identity policies \
                allow
                        > identity-based policy  + allows
                          decided by Allow `ReadReports` (statement 0 of %1$s at 4:5)
                          --> %1$s:6:17 (/Statement/0/Effect)
                         6 |       "Effect": "Allow",
                           |                 ^^^^^^^

                1 scenario, all as expected
                """
                    .formatted(folder.resolve("policy.json")),
                ""));
  }

  @Test
  void text_says_what_differs() {
    assertThat(postern(folder, "simulate", "unexpected.json", "expected.json").out())
        .contains(
            "FAILED  allowed: alice reads\n        expected decision implicitDeny, got allowed")
        .endsWith("2 scenarios, 1 not as expected\n");
  }

  @Test
  void text_shows_where_a_scenario_is_wrong() {
    assertThat(postern(folder, "simulate", "broken.json").out())
        .contains("error[scenario-unknown-field]: unknown field `acton` of a request")
        .contains("did you mean `action`?");
  }

  @Test
  void explain_tells_of_every_statement() {
    assertThat(postern(folder, "simulate", "--explain", "scenario.json").out())
        .contains("> identity-based policy  + allows")
        .contains("+ Allow `ReadReports`");
  }

  @Test
  void what_the_request_lacks_is_named() throws IOException {
    Files.writeString(
        folder.resolve("policy.json"),
        Policies.CLEAN.replace(
            "\"Effect\"",
            "\"Condition\": {\"StringEquals\": {\"aws:PrincipalTag/team\": \"x\"}}, \"Effect\""));

    assertThat(postern(folder, "simulate", "scenario.json").out())
        .contains("implicitDeny")
        .contains("not in the request: `aws:PrincipalTag/team`");
  }

  @Test
  void json_is_one_document() {
    JsonValue json =
        postern(folder, "simulate", "--format=json", "expected.json", "broken.json").json();

    assertThat(at(json, "results/0/decision")).isEqualTo("allowed");
    assertThat(at(json, "results/1/error/code")).isEqualTo("scenario-unknown-field");
    assertThat(at(json, "summary/scenarios")).isEqualTo("2");
    assertThat(at(json, "summary/unexpected")).isEqualTo("1");
    assertThat(at(json, "summary/undecided")).isEqualTo("1");
  }

  @Test
  void json_of_nothing_is_a_document_too() {
    assertThat(at(postern(folder, "simulate", "--format=json", "gone.json").json(), "results"))
        .isEqualTo("0 elements");
  }

  @Test
  void jsonl_explains_with_the_decision_record() {
    Ran ran = postern(folder, "simulate", "--format=jsonl", "--explain", "scenario.json");

    assertThat(ran.jsonLines())
        .extracting(line -> at(line, "explanation/result"))
        .containsExactly("allowed");
  }

  @Test
  void a_folder_is_searched_and_policies_beside_scenarios_are_passed_over() {
    Ran ran = postern(folder, "simulate", ".");

    assertThat(ran.out())
        .doesNotContain("./policy.json\n")
        .endsWith("5 scenarios, 2 not as expected\n");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void a_policy_that_is_named_is_no_scenario() {
    assertThat(postern(folder, "simulate", "policy.json").code()).isEqualTo(1);
  }

  @Test
  void a_missing_file_loses_no_other() {
    Ran ran = postern(folder, "simulate", "gone.json", "expected.json");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("postern: gone.json: no such file or folder\n");
    assertThat(ran.out()).endsWith("1 scenario, all as expected\n");
  }

  @Test
  void standard_input_is_a_scenario() {
    assertThat(posternReading(SCENARIO, folder, "simulate", "-").out()).contains("allowed");
  }

  @Test
  void lenient_decides_what_aws_may_have_stored_once() throws IOException {
    Files.writeString(
        folder.resolve("policy.json"),
        Policies.CLEAN.replace(
            "\"arn:aws:s3:::reports/*\"", "[\"reports\", \"arn:aws:s3:::reports/*\"]"));

    assertThat(postern(folder, "simulate", "scenario.json").out()).contains("error[arn-prefix]");
    assertThat(postern(folder, "simulate", "--lenient", "scenario.json").code()).isZero();
  }

  @Test
  void a_sid_forges_no_line() throws IOException {
    Files.writeString(
        folder.resolve("policy.json"),
        Policies.CLEAN.replace("ReadReports", "a\\nallowed: forged"));

    for (String option : new String[] {"--format=text", "--explain"}) {
      assertThat(postern(folder, "simulate", option, "scenario.json").out().lines())
          .anyMatch(line -> line.contains("forged"))
          .noneMatch(line -> line.strip().startsWith("allowed: forged"));
    }
  }

  @Test
  void a_scenario_never_steers_the_terminal() throws IOException {
    Files.writeString(
        folder.resolve("policy.json"),
        Policies.CLEAN.replace("ReadReports", "a\\u001B[31m\\u202E"));
    Files.writeString(
        folder.resolve("scenario.json"), SCENARIO.replace("alice reads", "b\\u001B[2J\\u009B"));

    for (String option : new String[] {"--format=text", "--format=json", "--batch", "--explain"}) {
      assertThat(postern(folder, "simulate", option, "scenario.json").out())
          .doesNotContain("\u001B", "\u202E", "\u009B");
    }
  }
}
