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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where evaluators go wrong: scenario files whose names begin with the id of the pitfall or rule. A
 * name that ends in {@code +F code} also wants that finding, in {@code +R code} that reason
 * somewhere in the record, in {@code +X code} that problem instead of a decision.
 */
final class PitfallsTest {
  private static final Authorizer AUTHORIZER =
      Authorizer.standard()
          .withClock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC));

  static Stream<Arguments> strict() {
    return Stream.of(
            "documents",
            "duplicate-member",
            "matching",
            "principals",
            "grant-table",
            "cross-account",
            "conditions",
            "condition-table",
            "variables",
            "organization",
            "kms",
            "kms-same-account",
            "sts",
            "s3",
            "s3-rules",
            "dynamodb",
            "endpoint-and-services")
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

  @ParameterizedTest(name = "P{0} to P{1}")
  @CsvSource({
    "1, 16",
    "20, 37",
    "40, 77",
    "80, 116",
    "120, 131",
    "140, 153",
    "160, 176",
    "180, 193",
    "200, 208"
  })
  void every_pitfall_has_a_scenario(int first, int last) {
    List<String> names =
        Stream.concat(strict(), lenient()).map(arguments -> (String) arguments.get()[0]).toList();

    assertThat(IntStream.rangeClosed(first, last).mapToObj(PitfallsTest::id))
        .allMatch(id -> names.stream().anyMatch(name -> name.startsWith(id)));
  }

  private static String id(int pitfall) {
    return String.format(Locale.ROOT, "P%03d ", pitfall);
  }

  private static void check(String name, Scenario scenario) {
    ScenarioResult result = scenario.run(AUTHORIZER);
    assertThat(result.differences()).as(() -> describe(result)).isEmpty();
    assertThat(result.isAsExpected()).isTrue();
    result
        .decision()
        .ifPresent(decision -> assertThat(isAllowed(scenario)).isEqualTo(decision.isAllowed()));
    wanted(name, " +F ")
        .ifPresent(
            code ->
                assertThat(result.decision().orElseThrow().findings())
                    .extracting(DecisionFinding::code)
                    .contains(code));
    wanted(name, " +R ")
        .ifPresent(
            code -> assertThat(result.decision().orElseThrow().toJson()).contains('"' + code));
    wanted(name, " +X ")
        .ifPresent(
            code ->
                assertThat(result.problems())
                    .extracting(problem -> problem.code().id())
                    .contains(code));
  }

  /* The plain question, which has to have the same answer. */
  private static boolean isAllowed(Scenario scenario) {
    return scenario.authorizations().stream()
        .allMatch(part -> AUTHORIZER.isAllowed(part.request(), part.policies()));
  }

  private static Optional<String> wanted(String name, String mark) {
    int at = name.indexOf(mark);
    return at < 0 ? Optional.empty() : Optional.of(name.substring(at + mark.length()));
  }

  private static String describe(ScenarioResult result) {
    return result.decision().map(Decision::explain).orElseGet(() -> result.problems().toString());
  }
}
