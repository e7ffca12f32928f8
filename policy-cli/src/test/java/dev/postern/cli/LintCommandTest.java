package dev.postern.cli;

import static dev.postern.cli.Ran.at;
import static dev.postern.cli.Ran.postern;
import static dev.postern.cli.Ran.posternColoured;
import static dev.postern.cli.Ran.posternReading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writePolicies() throws IOException {
    Files.writeString(folder.resolve("clean.json"), Policies.CLEAN);
    Files.writeString(folder.resolve("faulty.json"), Policies.FAULTY);
    Files.writeString(folder.resolve("old.json"), Policies.OLD);
  }

  @Test
  void a_clean_policy_exits_with_0() {
    assertThat(postern(folder, "lint", "clean.json"))
        .isEqualTo(
            new Ran(
                0,
                "no findings in 1 policy\n",
                "postern: guessed by their elements: 1 identity; --policy-type says what they"
                    + " are\n"));
  }

  @Test
  void a_finding_is_the_result_and_exits_with_1() {
    Ran ran = postern(folder, "lint", "--policy-type", "identity", "faulty.json");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains("error[element-wrong-case]: unknown statement element `Actions`")
        .contains("--> faulty.json:7:7 (/Statement/0/Actions)");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void a_missing_file_exits_with_2_and_the_others_are_linted() {
    Ran ran = postern(folder, "lint", "--policy-type=identity", "gone.json", "faulty.json");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("postern: gone.json: no such file or folder\n");
    assertThat(ran.out()).contains("faulty.json:7:7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          FILE        | FAIL-ON          | CODE
          faulty.json | error            | 1
          faulty.json | security-warning | 1
          faulty.json | suggestion       | 1
          faulty.json | none             | 0
          old.json    | error            | 0
          old.json    | security-warning | 0
          old.json    | warning          | 1
          old.json    | suggestion       | 1
          clean.json  | suggestion       | 0
          gone.json   | none             | 2
          """)
  void the_threshold_decides_what_fails(String file, String failOn, int code) {
    assertThat(postern(folder, "lint", "--fail-on", failOn, file).code()).isEqualTo(code);
  }

  @Test
  void json_is_one_document_that_can_be_read_back() {
    JsonValue json =
        postern(folder, "lint", "--format", "json", "clean.json", "faulty.json").json();

    assertThat(at(json, "findings/0/rule")).isEqualTo("element-wrong-case");
    assertThat(at(json, "findings/0/file")).isEqualTo("faulty.json");
    assertThat(at(json, "policies/0/policyTypeSource")).isEqualTo("guessed");
    assertThat(at(json, "summary/policies")).isEqualTo("2");
  }

  @Test
  void jsonl_is_a_finding_a_line() {
    Ran ran = postern(folder, "lint", "--format", "jsonl", ".");

    assertThat(ran.jsonLines())
        .extracting(line -> at(line, "file") + " " + at(line, "rule"))
        .containsExactly("./faulty.json element-wrong-case", "./old.json version-old");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void json_says_that_a_type_was_stated() {
    JsonValue json =
        postern(folder, "lint", "--format=json", "--policy-type=scp", "clean.json").json();

    assertThat(at(json, "policies/0/policyType")).isEqualTo("scp");
    assertThat(at(json, "policies/0/policyTypeSource")).isEqualTo("stated");
  }

  @Test
  void a_resource_type_makes_a_resource_policy() {
    JsonValue json =
        postern(folder, "lint", "--format=json", "--resource-type=AWS::S3::Bucket", "clean.json")
            .json();

    assertThat(at(json, "findings/0/policyType")).isEqualTo("resource");
    assertThat(at(json, "findings/0/resourceType")).isEqualTo("AWS::S3::Bucket");
  }

  @Test
  void a_resource_type_contradicts_an_identity_policy() {
    Ran ran =
        postern(
            folder,
            "lint",
            "--policy-type=identity",
            "--resource-type=AWS::S3::Bucket",
            "clean.json");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).startsWith("postern: --resource-type: ");
  }

  @Test
  void a_folder_is_searched_in_order_and_what_is_hidden_is_not() throws IOException {
    for (String file : new String[] {"b/two.json", "b/one.json", ".git/x.json", "b/.y.json"}) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), Policies.FAULTY);
    }
    Files.writeString(folder.resolve("b/readme.txt"), "no policy");

    assertThat(postern(folder, "lint", "--format=jsonl", "b").jsonLines())
        .extracting(line -> at(line, "file"))
        .containsExactly("b/one.json", "b/two.json");
  }

  @Test
  void a_folder_without_policies_exits_with_2() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    Ran ran = postern(folder, "lint", "empty");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("postern: empty: no .json file in this folder\n");
  }

  @Test
  void a_link_that_leads_nowhere_is_told() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.json"), Path.of("nowhere.json"));

    Ran ran = postern(folder, "lint", "--policy-type=identity", ".");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("postern: ./link.json: no such file or folder\n");
    assertThat(ran.out()).endsWith("in 3 policies\n");
  }

  @Test
  void standard_input_is_a_policy() {
    assertThat(posternReading(Policies.FAULTY, folder, "lint", "-").out())
        .contains("--> <stdin>:7:7");
  }

  @Test
  void rules_are_picked_by_glob_and_left_out() {
    assertThat(postern(folder, "lint", "--rules", "version-*", "--format=jsonl", ".").jsonLines())
        .extracting(line -> at(line, "rule"))
        .containsExactly("version-old");
    assertThat(
            postern(folder, "lint", "--ignore", "version-*,element-*", "--format=jsonl", ".").out())
        .isEmpty();
  }

  @Test
  void the_strict_profile_has_more_rules() throws IOException {
    Files.writeString(
        folder.resolve("clean.json"), Policies.CLEAN.replace("reports", "111122223333"));

    assertThat(postern(folder, "lint", "clean.json").out()).startsWith("no findings");
    assertThat(postern(folder, "lint", "--profile", "strict", "clean.json").out())
        .contains("doc-placeholder-account");
  }

  @Test
  void hostile_files_are_findings_and_lose_nothing() throws IOException {
    byte[] large = new byte[50 << 20];
    Arrays.fill(large, (byte) ' ');
    Files.write(folder.resolve("a-large.json"), large);
    Files.writeString(folder.resolve("b-deep.json"), "[".repeat(10_000) + "]".repeat(10_000));
    Files.write(folder.resolve("c-bytes.json"), new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'});
    Files.writeString(folder.resolve("d-empty.json"), "");
    Files.writeString(folder.resolve("e-torn.json"), Policies.CLEAN.substring(0, 90));
    Files.writeString(folder.resolve("f-list.json"), "[]");

    Ran ran = postern(folder, "lint", "--format=jsonl", ".");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.jsonLines())
        .extracting(line -> at(line, "file") + " " + at(line, "rule"))
        .containsExactly(
            "./a-large.json limit-size",
            "./b-deep.json limit-depth",
            "./c-bytes.json json-syntax",
            "./d-empty.json json-syntax",
            "./e-torn.json json-syntax",
            "./f-list.json doc-not-object",
            "./faulty.json element-wrong-case",
            "./old.json version-old");
  }

  @Test
  void a_policy_never_steers_the_terminal() throws IOException {
    Files.writeString(
        folder.resolve("faulty.json"),
        Policies.FAULTY.replace("Actions", "\\u001B[31m\u202E\u009B"));

    for (String format : new String[] {"text", "json", "jsonl"}) {
      String out = postern(folder, "lint", "--format", format, "faulty.json").out();
      assertThat(out).contains("element-unknown");
      assertThat(out).doesNotContain("\u001B", "\u202E", "\u009B");
    }
  }

  @Test
  void colours_are_for_terminals_only() {
    assertThat(posternColoured(folder, "lint", "faulty.json").out()).contains("\u001B[1;31m");
    assertThat(postern(folder, "lint", "faulty.json").out()).doesNotContain("\u001B");
    assertThat(posternColoured(folder, "lint", "--format=json", "faulty.json").out())
        .doesNotContain("\u001B");
  }
}
