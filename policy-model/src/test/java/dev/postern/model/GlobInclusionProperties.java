package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Inclusion against all short texts. */
final class GlobInclusionProperties {
  /* The letters of the patterns, and one that stands in none. */
  private static final List<String> TEXTS = texts(6);

  private static List<String> texts(int longest) {
    List<String> all = new ArrayList<>(List.of(""));
    for (int from = 0, length = 1; length <= longest; length++) {
      int to = all.size();
      for (; from < to; from++) {
        for (String letter : List.of("a", "b", "c")) {
          all.add(all.get(from) + letter);
        }
      }
    }
    return all;
  }

  /* Five symbols tell each other apart within six letters: nothing longer has anything new. */
  @Property(seed = "20261121", tries = 3_000)
  void a_pattern_covers_what_it_matches_of_another(
      @ForAll("patterns") String outer, @ForAll("patterns") String inner) {
    Glob one = Glob.of(outer);
    Glob other = Glob.of(inner);
    boolean all = TEXTS.stream().filter(other::matches).allMatch(one::matches);

    assertThat(one.covers(other)).isEqualTo(all);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("ab*?").ofMaxLength(5);
  }
}
