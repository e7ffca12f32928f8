package dev.postern.cli;

import static dev.postern.cli.Ran.postern;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code postern lint --baseline}. */
class BaselinesTest {
  private static final String POLICY =
      """
      {"Version": "2012-10-17",
       "Statement": [{"Effect": "Allow", "Actions": "s3:GetObject", "Resource": "*"}]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("p.json"), POLICY);
  }

  private Ran lint(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "lint";
    arguments[1] = "--rules=element-*";
    System.arraycopy(more, 0, arguments, 2, more.length);
    arguments[arguments.length - 1] = "p.json";
    return postern(folder, arguments);
  }

  @Test
  void what_is_in_the_baseline_fails_nothing() {
    assertThat(lint("--baseline=old.json").code()).isEqualTo(1);
    assertThat(lint("--baseline=old.json", "--update-baseline").code()).isZero();

    Ran ran = lint("--baseline=old.json");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("no findings in 1 policy, 1 suppressed\n");
  }

  @Test
  void what_is_new_fails() throws IOException {
    lint("--baseline=old.json", "--update-baseline");
    Files.writeString(folder.resolve("p.json"), POLICY.replace("Resource", "Resources"));

    assertThat(lint("--baseline=old.json").code()).isEqualTo(1);
  }

  @Test
  void what_is_gone_is_told_by_a_run_of_all_rules() throws IOException {
    postern(folder, "lint", "--baseline=old.json", "--update-baseline", "p.json");
    Files.writeString(folder.resolve("p.json"), POLICY.replace("Actions", "Action"));

    assertThat(postern(folder, "lint", "--baseline=old.json", "p.json").out())
        .contains("suggestion[meta-baseline-stale]: `element-wrong-case` is found no more")
        .contains("--> old.json:")
        .contains("--update-baseline");
    assertThat(lint("--baseline=old.json").out()).doesNotContain("meta-");
  }

  @Test
  void suppressed_findings_stand_in_the_formats_for_programs() {
    lint("--baseline=old.json", "--update-baseline");

    assertThat(lint("--baseline=old.json", "--format=json").out())
        .contains("\"suppressed\": \"in the baseline\"");
    assertThat(lint("--baseline=old.json", "--format=sarif").out())
        .contains("\"justification\": \"in the baseline\"");
    assertThat(lint("--baseline=old.json", "--format=junit").out()).contains("<skipped message=");
  }

  @Test
  void what_is_no_baseline_is_wrong_usage() throws IOException {
    Files.writeString(folder.resolve("old.json"), "[]");
    Ran ran = lint("--baseline=old.json");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("not a baseline; expected an object with `findings`");
    assertThat(lint("--update-baseline").err()).contains("which one? --baseline FILE");
  }
}
