package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Patterns of actions and ARNs match field by field, as the definition of a glob says. */
class PatternProperties {
  private static Arbitrary<String> words(String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(4).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> actionPatterns() {
    Arbitrary<String> half =
        words("a", "B", "*", "?", "\uD83D\uDE00").filter(text -> !text.isEmpty());
    return Combinators.combine(half, half).as((service, name) -> service + ":" + name);
  }

  @Provide
  Arbitrary<String> actions() {
    Arbitrary<String> half = words("a", "A", "b", "\uD83D\uDE00").filter(text -> !text.isEmpty());
    return Combinators.combine(half, half).as((service, name) -> service + ":" + name);
  }

  @Property
  void actions_match_in_each_half_in_any_letter_case(
      @ForAll("actionPatterns") String pattern, @ForAll("actions") String action) {
    List<String> wanted = Splitter.on(':').splitToList(pattern.toLowerCase(Locale.ROOT));
    List<String> given = Splitter.on(':').splitToList(action.toLowerCase(Locale.ROOT));
    assertThat(ActionPattern.of(pattern).matches(ActionName.of(action)))
        .isEqualTo(
            GlobProperties.matchesByDefinition(wanted.get(0), given.get(0))
                && GlobProperties.matchesByDefinition(wanted.get(1), given.get(1)));
  }

  private static Arbitrary<String> arns(String... pieces) {
    return words(pieces).list().ofSize(5).map(fields -> "arn:" + String.join(":", fields));
  }

  @Provide
  Arbitrary<String> arnPatterns() {
    return arns("a", "b", "*", "?", "");
  }

  @Provide
  Arbitrary<String> arns() {
    return arns("a", "b", "/", "");
  }

  @Property
  void arns_match_in_each_field(@ForAll("arnPatterns") String pattern, @ForAll("arns") String arn) {
    List<String> wanted = Splitter.on(':').limit(6).splitToList(pattern);
    List<String> given = Splitter.on(':').limit(6).splitToList(arn);
    boolean expected = true;
    for (int i = 0; i < 6; i++) {
      expected &= GlobProperties.matchesByDefinition(wanted.get(i), given.get(i));
    }
    assertThat(new ArnPattern(pattern).matches(Arn.of(arn))).isEqualTo(expected);
  }
}
