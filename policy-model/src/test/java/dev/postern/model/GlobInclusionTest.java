package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns within patterns. */
final class GlobInclusionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          OUTER     | INNER     | COVERS
          *         | *         | true
          *         | a?b*      | true
          a*        | a*        | true
          a*        | ab*       | true
          ab*       | a*        | false
          a*        | *         | false
          a?        | a*        | false
          a*        | a?        | true
          a?*       | a*?       | true
          a*?       | a?*       | true
          a?*       | a*b       | true
          *a*       | *ab*      | true
          *ab*      | *a*b*     | false
          *a*b*     | *ab*      | true
          get*      | getobject | true
          getobject | get*      | false
          *?a       | ba        | true
          *?a       | a         | false
          ''        | ''        | true
          *         | ''        | true
          ?         | ''        | false
          ''        | *         | false
          a         | a         | true
          a         | b         | false
          """)
  void a_pattern_covers_another(String outer, String inner, boolean covers) {
    assertThat(Glob.of(outer).covers(Glob.of(inner))).isEqualTo(covers);
  }

  @Test
  void a_hostile_pair_costs_little() {
    Glob outer = Glob.of("*?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a*b");
    Glob inner = Glob.of("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(outer.covers(inner)).isIn(true, false));
  }
}
