package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Effect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T holds, F fails, t and f are open and taken so, ? is open and taken on the safe side. */
final class TruthTest {
  private static Truth truth(String letter) {
    return switch (letter) {
      case "T" -> Truth.HOLDS;
      case "F" -> Truth.FAILS;
      case "t" -> Truth.open(Unspecified.U27, Truth.Taken.HOLDS);
      case "f" -> Truth.open(Unspecified.U17, Truth.Taken.FAILS);
      default -> Truth.open(Unspecified.U03);
    };
  }

  private static String letter(Truth truth) {
    if (truth.isCertain()) {
      return truth.certainlyHolds() ? "T" : "F";
    }
    boolean allow = truth.taken(Effect.ALLOW);
    return allow == truth.taken(Effect.DENY) ? (allow ? "t" : "f") : "?";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          A | B | AND | OR
          T | T | T   | T
          T | F | F   | T
          F | F | F   | F
          T | ? | ?   | T
          F | ? | F   | ?
          ? | ? | ?   | ?
          t | T | t   | T
          t | F | F   | t
          t | ? | ?   | t
          f | T | f   | T
          f | F | F   | f
          f | ? | f   | ?
          t | f | f   | t
          """)
  void connectives(String a, String b, String and, String or) {
    assertThat(letter(truth(a).and(truth(b)))).isEqualTo(and);
    assertThat(letter(truth(b).and(truth(a)))).isEqualTo(and);
    assertThat(letter(truth(a).or(truth(b)))).isEqualTo(or);
    assertThat(letter(truth(b).or(truth(a)))).isEqualTo(or);
  }

  @ParameterizedTest
  @CsvSource({"T, F", "F, T", "t, f", "f, t", "?, ?"})
  void negation(String a, String not) {
    assertThat(letter(truth(a).not())).isEqualTo(not);
  }

  @ParameterizedTest
  @CsvSource({"ALLOW, false", "DENY, true"})
  void an_open_point_never_widens_access(Effect effect, boolean taken) {
    assertThat(Truth.open(Unspecified.U03).taken(effect)).isEqualTo(taken);
  }
}
