package dev.postern.cli.html;

import static dev.postern.cli.html.ParsedPage.linted;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.LintResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever names a file or writes a policy writes a part of the page, and only text. */
final class HostileTextTest {
  /** Ends what it may stand in, and then does something. */
  static final String HOSTILE =
      "</script></style></title>'\\\"--><img src=x onerror=alert(1)>${1}@if`&lt;";

  private static final String NAME = HOSTILE.replace("\\", "");

  static final LintResult LINTED =
      linted(
              NAME,
              """
              {"Version": "2012-10-17", "Statement": [
                {"Sid": "X", "Effect": "Allow", "Action": "X", "Resource": "X"},
                {"Sid": "X", "Effect": "Allow", "X": "X", "Resource": "X"}]}
              """
                  .replace("\"X\"", "\"" + HOSTILE + "\""),
              "sid-characters",
              "element-unknown",
              "action-format")
          .suppressing(
              finding ->
                  finding.id().equals("sid-characters") ? Optional.of(NAME) : Optional.empty());

  private static final ParsedPage PAGE = ParsedPage.of(LINTED);

  @Test
  void there_is_something_to_show() {
    assertThat(PAGE.all("//article")).hasSizeGreaterThan(1);
    assertThat(PAGE.one("//article/p[@class='reason']")).isEqualTo("Suppressed " + NAME);
  }

  @Test
  void it_is_text_everywhere() {
    assertThat(PAGE.one("//details[starts-with(@class, 'policy')]//h3")).isEqualTo(NAME);
    assertThat(PAGE.all("//article//pre//code")).anyMatch(line -> line.contains(HOSTILE));
  }

  @Test
  void it_adds_no_element_and_no_handler() {
    assertThat(PAGE.all("//img")).isEmpty();
    assertThat(PAGE.all("//script")).hasSize(1);
    assertThat(PAGE.all("//style")).hasSize(1);
    assertThat(PAGE.all("//@*[starts-with(name(), 'on')]")).isEmpty();
  }

  @Test
  void what_nobody_sees_or_turns_the_direction_is_replaced() {
    String page =
        new HtmlReport()
            .render(
                ImmutableList.of(
                    linted(
                        "a\u202Eb\u0000\u200B\u2028.json",
                        "{\"Version\": \"2008-10-17\", \"\u2066x\": \"\uD800\u001B\"}",
                        "version-old",
                        "element-unknown")));

    assertThat(page.codePoints().filter(c -> c != '\n' && c != '\t'))
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE);
    assertThat(page).contains("a\uFFFDb\uFFFD\uFFFD\uFFFD.json");
  }
}
