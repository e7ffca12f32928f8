package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that are no policies, and texts that mean harm. */
final class LimitTest {
  private static LintResult lint(String text) {
    return Linter.strict().lint(SourceText.of("hostile.json", text), PolicyType.IDENTITY);
  }

  private static void assertOnly(LintResult result, String rule) {
    assertThat(result.findings()).extracting(f -> f.rule().id()).containsExactly(rule);
    assertThat(result.faults()).isEmpty();
  }

  @Test
  void an_empty_text() {
    assertOnly(lint(""), "json-syntax");
  }

  @Test
  void ten_thousand_nested_arrays() {
    assertOnly(lint("[".repeat(10_000) + "]".repeat(10_000)), "limit-depth");
  }

  @Test
  void two_mebibytes() {
    assertOnly(lint("[" + "1,".repeat(1 << 20) + "1]"), "limit-size");
  }

  @Test
  void a_very_long_string() {
    assertOnly(lint("{\"Version\":\"" + "x".repeat(200_000) + "\"}"), "limit-string");
  }

  @Test
  void very_many_values() {
    assertOnly(lint("[" + "1,".repeat(150_000) + "1]"), "limit-elements");
  }

  @Test
  void a_mistake_in_each_of_forty_thousand_strings_on_one_line() {
    String actions = "\"a b c ${\",".repeat(40_000) + "\"s3:GetObject\"";
    LintResult result =
        lint(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":["
                + actions
                + "],\"Resource\":\"*\"}]}");
    assertThat(result.findings()).hasSizeGreaterThan(40_000);
    assertThat(result.faults()).isEmpty();
  }

  @Test
  void thirty_thousand_statements_without_effect() {
    String statements = "{\"Action\":\"s3:*\"},".repeat(30_000) + "{}";
    LintResult result = lint("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}");
    assertThat(result.findings()).hasSizeGreaterThan(60_000);
  }

  @Test
  void a_long_message_is_cut() {
    LintResult result =
        lint(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\""
                + "x".repeat(100_000)
                + "\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}");
    assertThat(result.findings()).allMatch(finding -> finding.message().length() < 1_000);
  }

  @Test
  void a_file_that_is_not_utf_8(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("latin1.json");
    Files.write(file, "{\"Id\": \"Grün\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertOnly(Linter.strict().lint(file), "json-syntax");
  }
}
