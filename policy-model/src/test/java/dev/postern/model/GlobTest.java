package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  private static final String FACE = "\uD83D\uDE00";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PATTERN      | TEXT          | MATCHES
          ''           | ''            | true
          ''           | a             | false
          abc          | abc           | true
          abc          | ABC           | false
          abc          | abcd          | false
          *            | ''            | true
          *            | anything      | true
          **           | ''            | true
          ?            | ''            | false
          ?            | a             | true
          ?            | ab            | false
          a*           | a             | true
          a*           | ba            | false
          *a           | ba            | true
          *a           | ab            | false
          a*a          | a             | false
          a*a          | aa            | true
          a*b*c        | abc           | true
          a*b*c        | a-b-b-c       | true
          a*b*c        | acb           | false
          a?c          | abc           | true
          a?c          | ac            | false
          *?           | ''            | false
          *?           | a             | true
          ?*?          | a             | false
          ?*?          | ab            | true
          a*?b         | ab            | false
          a*?b         | axxb          | true
          *ab          | aab           | true
          *aab*        | aaab          | true
          a.b          | axb           | false
          a+b          | aab           | false
          [ab]         | a             | false
          a\\*         | a*            | false
          ^a$          | a             | false
          é*           | éclair        | true
          ?            | é             | true
          """)
  void matching(String pattern, String text, boolean matches) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void a_star_crosses_line_breaks() {
    assertThat(Glob.of("a*b").matches("a\nb")).isTrue();
    assertThat(Glob.of("a?b*").matches("a\nb\r\n")).isTrue();
  }

  @Test
  void a_question_mark_is_one_code_point() {
    assertThat(Glob.of("a?").matches("a" + FACE)).isTrue();
    assertThat(Glob.of("a??").matches("a" + FACE)).isFalse();
    assertThat(Glob.of("*" + FACE + "?").matches("xx" + FACE + FACE)).isTrue();
  }

  @Test
  void half_a_pair_is_not_part_of_a_pair() {
    assertThat(Glob.of("\uD83D*").matches(FACE)).isFalse();
    assertThat(Glob.of("*\uDE00").matches(FACE)).isFalse();
    assertThat(Glob.of("\uD83D*\uDE00").matches(FACE)).isFalse();
    assertThat(Glob.of("\uD83D*").matches("\uD83D-")).isTrue();
  }

  @Test
  void a_pattern_longer_than_a_word_matches_as_a_short_one() {
    String pattern = "*" + "ab?".repeat(50) + "*" + FACE + "*z";
    assertThat(Glob.of(pattern).matches("--" + "abc".repeat(50) + FACE + "z")).isTrue();
    assertThat(Glob.of(pattern).matches("--" + "abc".repeat(49) + FACE + "z")).isFalse();
  }

  @Test
  void only_a_lone_star_matches_everything() {
    assertThat(Glob.of("*").matchesEverything()).isTrue();
    assertThat(Glob.of("***").matchesEverything()).isTrue();
    assertThat(Glob.of("*?").matchesEverything()).isFalse();
    assertThat(Glob.of("").matchesEverything()).isFalse();
  }

  @Test
  void a_pattern_without_wildcards_is_literal() {
    assertThat(Glob.of("abc").isLiteral()).isTrue();
    assertThat(Glob.of("").isLiteral()).isTrue();
    assertThat(Glob.of("ab?").isLiteral()).isFalse();
  }

  @Test
  void built_literals_hold_no_wildcards() {
    Glob glob = Glob.builder().literal("a*?").anyRun().anyRun().anyOne().literal("z").build();
    assertThat(glob.matches("a*?-z")).isTrue();
    assertThat(glob.matches("abc-z")).isFalse();
    assertThat(glob).hasToString("a${*}${?}*?z");
  }

  @Test
  void patterns_are_equal_when_their_symbols_are() {
    assertThat(Glob.of("a**b")).isEqualTo(Glob.of("a*b")).hasSameHashCodeAs(Glob.of("a*b"));
    assertThat(Glob.builder().literal("*").build()).isNotEqualTo(Glob.of("*"));
  }

  @Test
  void lower_case_folds_ascii_letters_only() {
    assertThat(Glob.of("Get*É").ignoringAsciiCase()).isEqualTo(Glob.of("get*É"));
  }

  @Test
  void eighty_stars_do_not_stop_a_match() {
    Glob hostile = Glob.of("*a".repeat(80) + "b");
    String text = "a".repeat(10_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 100; i++) {
            assertThat(hostile.matches(text)).isFalse();
          }
        });
  }

  @Test
  void question_marks_behind_stars_do_not_stop_a_match() {
    Glob hostile = Glob.of("*?a?a?a?a?a?a*?a?a?a?a*b");
    String text = "a".repeat(100_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(hostile.matches(text)).isFalse());
  }

  @Test
  void a_long_pattern_of_many_characters_takes_memory_in_proportion() {
    StringBuilder pattern = new StringBuilder("*");
    for (int c = 0x4E00; c < 0x9F00; c++) {
      pattern.append((char) c).append('?');
    }
    // A set of 41,000 states for each of 20,000 characters would be 100 MB.
    Glob glob = Glob.of(pattern.toString());
    String text = pattern.substring(1).replace('?', '-');
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> assertThat(glob.matches(text)).isTrue());
  }
}
