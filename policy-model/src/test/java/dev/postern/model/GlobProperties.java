package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GlobProperties {
  /* Few different characters, so that patterns and texts have a chance to meet. */
  private static Arbitrary<String> of(int most, String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(most).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> patterns() {
    return of(12, "a", "b", "*", "?", "é", "\uD83D\uDE00", "\uD83D", "\uDE00");
  }

  @Provide
  Arbitrary<String> longPatterns() {
    return of(150, "a", "a", "ab", "*", "?", "\uD83D\uDE00", "é");
  }

  @Provide
  Arbitrary<String> texts() {
    return of(12, "a", "b", "é", "\uD83D\uDE00", "\uD83D", "\uDE00", "*");
  }

  @Provide
  Arbitrary<String> longTexts() {
    return of(300, "a", "a", "a", "ab", "\uD83D\uDE00", "é");
  }

  @Property(tries = 5_000)
  void a_match_is_what_the_definition_says(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(matchesByDefinition(pattern, text));
  }

  @Property
  void a_long_match_is_what_the_definition_says(
      @ForAll("longPatterns") String pattern, @ForAll("longTexts") String text) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(matchesByDefinition(pattern, text));
  }

  @Property
  void a_pattern_matches_what_it_becomes_when_its_wildcards_are_filled(
      @ForAll("longPatterns") String pattern) {
    String text = pattern.replace("?", "x").replace("*", "aba");
    assertThat(Glob.of(pattern).matches(text)).isTrue();
  }

  @Property
  void reading_what_is_shown_gives_the_pattern_back(@ForAll("patterns") String pattern) {
    assertThat(Glob.of(Glob.of(pattern).toString())).isEqualTo(Glob.of(pattern));
  }

  @Property
  void a_text_built_literally_matches_itself_alone(
      @ForAll("texts") String text, @ForAll("texts") String other) {
    assertThat(Glob.builder().literal(text).build().matches(other)).isEqualTo(text.equals(other));
  }

  /* A table of "the first i symbols match the first j characters", by code points. */
  static boolean matchesByDefinition(String pattern, String text) {
    int[] symbols = pattern.codePoints().toArray();
    int[] characters = text.codePoints().toArray();
    boolean[][] table = new boolean[symbols.length + 1][characters.length + 1];
    table[0][0] = true;
    for (int i = 1; i <= symbols.length; i++) {
      for (int j = 0; j <= characters.length; j++) {
        table[i][j] =
            symbols[i - 1] == '*'
                ? table[i - 1][j] || (j > 0 && table[i][j - 1])
                : j > 0
                    && table[i - 1][j - 1]
                    && (symbols[i - 1] == '?' || symbols[i - 1] == characters[j - 1]);
      }
    }
    return table[symbols.length][characters.length];
  }
}
