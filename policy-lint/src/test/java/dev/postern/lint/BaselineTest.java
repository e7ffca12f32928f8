package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was found before is told from what is new. */
final class BaselineTest {
  private static final String OLD =
      """
      {"Version": "2008-10-17",
       "Statement": [{"Sid": "", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}
      """;

  private static final String NEW =
      """
      {
        "Version": "2008-10-17",
        "Statement": [
          {"Sid": "", "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"},
          {"Sid": "", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
        ]
      }
      """;

  private static LintResult lint(String name, String text) {
    return Linter.standard()
        .rules("version-old", "sid-empty")
        .lint(SourceText.of(name, text), PolicyType.IDENTITY);
  }

  private static Baseline of(LintResult... results) {
    return Baseline.NONE.updated(ImmutableList.copyOf(results));
  }

  @Test
  void what_was_there_is_suppressed_and_what_is_new_is_not() {
    Baseline.Applied applied = of(lint("a.json", OLD)).apply(ImmutableList.of(lint("a.json", NEW)));
    LintResult result = applied.results().get(0);

    assertThat(result.findings())
        .extracting(finding -> finding.pointer().toString())
        .containsExactly("/Statement/0/Sid");
    assertThat(result.suppressed())
        .extracting(suppressed -> suppressed.finding().id() + ", " + suppressed.reason())
        .containsExactly("version-old, in the baseline", "sid-empty, in the baseline");
    assertThat(applied.stale()).isEmpty();
  }

  @Test
  void what_is_gone_is_stale() {
    Baseline.Applied applied = of(lint("a.json", NEW)).apply(ImmutableList.of(lint("a.json", OLD)));

    assertThat(applied.stale()).extracting(Baseline.Entry::finding).containsExactly("sid-empty");
  }

  @Test
  void files_that_are_not_linted_have_nothing_stale_and_are_kept() {
    Baseline baseline = of(lint("a.json", OLD), lint("b.json", OLD));
    ImmutableList<LintResult> some = ImmutableList.of(lint("a.json", OLD));

    assertThat(baseline.apply(some).stale()).isEmpty();
    assertThat(baseline.updated(some).size()).isEqualTo(baseline.size());
  }

  @Test
  void two_that_are_alike_are_two() {
    String twice =
        OLD.replace(
            "}]}",
            "}, {\"Sid\": \"\", \"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}]}");
    LintResult result =
        of(lint("a.json", OLD)).apply(ImmutableList.of(lint("a.json", twice))).results().get(0);

    assertThat(result.findings()).hasSize(1);
    assertThat(result.suppressed()).hasSize(2);
  }

  @Test
  void it_is_written_an_entry_a_line_and_read_again() throws BaselineException {
    Baseline baseline = of(lint("b.json", OLD), lint("a.json", OLD));

    assertThat(baseline.text().lines())
        .hasSize(6)
        .first()
        .isEqualTo("{\"version\": 1, \"findings\": [");
    assertThat(Baseline.read(SourceText.of("baseline.json", baseline.text())).text())
        .isEqualTo(baseline.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TEXT                          | MESSAGE
          []                            | not a baseline; expected an object with `findings`
          {"findings": [1]}             | not an entry of a baseline; expected the text `file`
          {"findings": [{"file": "a"}]} | not an entry of a baseline; expected the text `finding`
          {                             | baseline.json:1:
          """)
  void what_is_no_baseline_is_refused_with_its_place(String text, String message) {
    assertThatThrownBy(() -> Baseline.read(SourceText.of("baseline.json", text)))
        .isInstanceOf(BaselineException.class)
        .hasMessageStartingWith("baseline.json:1:")
        .hasMessageContaining(message);
  }
}
