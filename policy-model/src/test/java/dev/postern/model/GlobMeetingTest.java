package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns that have a text in common. */
final class GlobMeetingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ONE       | OTHER       | MEET
          *         | ''          | true
          ''        | ''          | true
          ?         | ''          | false
          a         | a           | true
          a         | A           | false
          a*        | *b          | true
          a*        | b*          | false
          a*b       | a           | false
          payroll/* | pay*/2026   | true
          payroll/* | payroll     | false
          *a*       | *b*         | true
          a*a       | a           | false
          a*a       | a?          | true
          ??        | ?           | false
          é*        | ?           | true
          é*        | e*          | false
          """)
  void patterns_meet(String one, String other, boolean meet) {
    assertThat(Glob.of(one).meets(Glob.of(other))).isEqualTo(meet);
    assertThat(Glob.of(other).meets(Glob.of(one))).isEqualTo(meet);
  }

  @Test
  void a_literal_wildcard_is_a_character() {
    Glob star = Glob.builder().literal("*").build();

    assertThat(star.meets(Glob.of("a"))).isFalse();
    assertThat(star.meets(Glob.of("?"))).isTrue();
  }

  @Test
  void a_hostile_pair_costs_little() {
    Glob one = Glob.of("*?a".repeat(20_000) + "b");
    Glob other = Glob.of("a*?".repeat(20_000) + "c");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(one.meets(other)).isFalse());
  }
}
