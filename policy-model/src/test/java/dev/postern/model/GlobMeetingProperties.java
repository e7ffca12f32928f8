package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Patterns that have a text in common, against all short texts. */
final class GlobMeetingProperties {
  /* Where two patterns of four symbols meet, they do so in a text of eight letters at most. */
  private static final int LONGEST = 8;

  @Property(seed = "20261121", tries = 2_000)
  void patterns_meet_where_a_text_matches_both(
      @ForAll("patterns") String one, @ForAll("patterns") String other) {
    Glob left = Glob.of(one);
    Glob right = Glob.of(other);
    boolean some = texts().anyMatch(text -> left.matches(text) && right.matches(text));

    assertThat(left.meets(right)).isEqualTo(some);
    assertThat(right.meets(left)).isEqualTo(some);
  }

  @Property(seed = "20261121", tries = 2_000)
  void a_pattern_that_covers_another_meets_it(
      @ForAll("patterns") String outer, @ForAll("patterns") String inner) {
    Glob one = Glob.of(outer);
    Glob other = Glob.of(inner);

    assertThat(one.meets(other) || !one.covers(other)).isTrue();
  }

  @Property(seed = "20261121", tries = 500)
  void long_patterns_meet_where_short_ones_do(
      @ForAll("patterns") String one, @ForAll("patterns") String other) {
    String padding = "x".repeat(150);

    assertThat(Glob.of(padding + one).meets(Glob.of(padding + other)))
        .isEqualTo(Glob.of(one).meets(Glob.of(other)));
  }

  private static Stream<String> texts() {
    return IntStream.rangeClosed(0, LONGEST)
        .boxed()
        .flatMap(length -> IntStream.range(0, 1 << length).mapToObj(bits -> text(bits, length)));
  }

  private static String text(int bits, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> ((bits >> i) & 1) == 0 ? "a" : "b")
        .reduce("", String::concat);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("ab*?").ofMaxLength(4);
  }
}
