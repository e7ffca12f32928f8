package dev.postern.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.benchmarks.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObviousEngineTest {
  @ParameterizedTest
  @ValueSource(strings = {"w1", "w1c", "w2", "w3-10", "w3-100", "w3-1000", "w4", "w4q", "w6"})
  void decides_as_is_right(String name) {
    Workload workload = Workload.named(name);
    ObviousEngine engine = new ObviousEngine(workload.policies(), "alice");
    assertThat(workload.requests())
        .allSatisfy(
            request ->
                assertThat(engine.decide(ObviousRequest.of(request)))
                    .isEqualTo(request.expected()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PATTERN | TEXT   | MATCHES
          abc     | abc    | true
          abc     | abcd   | false
          a?c     | abc    | true
          a?c     | ac     | false
          ab*     | ab     | true
          *bc     | aabc   | true
          a*a     | a      | false
          a*b*c   | axbxbc | true
          a*b*c   | acb    | false
          *?b*    | b      | false
          *?b*    | abc    | true
          """)
  void globs(String pattern, String text, boolean matches) {
    assertThat(new ObviousGlob(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void ranges() {
    ObviousRange range = new ObviousRange("203.0.113.0/24");
    assertThat(range.contains("203.0.113.254")).isTrue();
    assertThat(range.contains("203.0.114.1")).isFalse();
  }
}
