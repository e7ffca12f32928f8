package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioReader;
import dev.postern.eval.scenario.ScenarioResult;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where evaluators go wrong: scenario files whose names begin with the id of the pitfall or rule. A
 * name that ends in {@code +F code} also wants that finding.
 */
final class PitfallsTest {
  private static final Authorizer AUTHORIZER =
      Authorizer.standard()
          .withClock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC));

  static Stream<Arguments> strict() {
    return Stream.of(
            "documents", "duplicate-member", "matching", "principals", "conditions", "variables")
        .flatMap(file -> scenarios(ScenarioReader.strict(), file));
  }

  static Stream<Arguments> lenient() {
    return scenarios(ScenarioReader.lenient(), "documents-lenient");
  }

  private static Stream<Arguments> scenarios(ScenarioReader reader, String file) {
    try {
      Path path = Path.of(PitfallsTest.class.getResource("/pitfalls/" + file + ".json").toURI());
      return reader.read(path).stream().map(scenario -> Arguments.of(scenario.name(), scenario));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strict")
  void pitfall(String name, Scenario scenario) {
    check(name, scenario);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lenient")
  void pitfall_of_a_stored_oddity(String name, Scenario scenario) {
    check(name, scenario);
  }

  private static void check(String name, Scenario scenario) {
    ScenarioResult result = scenario.run(AUTHORIZER);
    assertThat(result.differences()).as(() -> describe(result)).isEmpty();
    assertThat(result.isAsExpected()).isTrue();
    int finding = name.indexOf(" +F ");
    if (finding >= 0) {
      assertThat(result.decision().orElseThrow().findings())
          .extracting(DecisionFinding::code)
          .contains(name.substring(finding + 4));
    }
  }

  private static String describe(ScenarioResult result) {
    return result.decision().map(Decision::explain).orElseGet(() -> result.problems().toString());
  }
}
