package dev.postern.eval.scenario;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Decision;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.source.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a scenario: a decision, or the problems that left none. */
public final class ScenarioResult {
  private final Scenario scenario;
  private final @Nullable Decision decision;
  private final ImmutableList<Problem> problems;
  private final ImmutableList<String> differences;

  private ScenarioResult(
      Scenario scenario, @Nullable Decision decision, ImmutableList<Problem> problems) {
    this.scenario = scenario;
    this.decision = decision;
    this.problems = problems;
    this.differences =
        decision == null
            ? scenario.expectation().differencesFrom(problems)
            : scenario.expectation().differencesFrom(decision);
  }

  static ScenarioResult decided(Scenario scenario, Decision decision) {
    return new ScenarioResult(scenario, decision, ImmutableList.of());
  }

  static ScenarioResult failed(Scenario scenario, ImmutableList<Problem> problems) {
    return new ScenarioResult(scenario, null, problems);
  }

  /** The scenario. */
  public Scenario scenario() {
    return scenario;
  }

  /** The decision; empty when there is none. */
  public Optional<Decision> decision() {
    return Optional.ofNullable(decision);
  }

  /** Why there is no decision; empty when there is one. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** What differs from what the scenario expects, a line each. */
  public ImmutableList<String> differences() {
    return differences;
  }

  /**
   * Whether it came out as expected. Where nothing is expected, any decision is fine and an error
   * is not.
   */
  public boolean isAsExpected() {
    return differences.isEmpty() && (decision != null || scenario.expectation().isStated());
  }

  /**
   * One JSON object on one line: {@code name} and {@code decision}, or {@code name} and {@code
   * error} with its place.
   *
   * @param explain whether to add the whole decision record
   */
  public String toJson(boolean explain) {
    JsonWriter json = JsonWriter.compact().beginObject().member("name", scenario.name());
    if (decision != null) {
      json.member("decision", decision.verdict().text());
    } else {
      error(json, problems.get(0));
      json.name("problems").beginArray();
      problems.forEach(problem -> json.value(problem.toString()));
      json.endArray();
    }
    if (!differences.isEmpty()) {
      json.member("differences", differences);
    }
    if (explain && decision != null) {
      json.name("explanation").literal(decision.toJson());
    }
    return json.endObject().text();
  }

  private static void error(JsonWriter json, Problem problem) {
    json.name("error").beginObject();
    json.member("code", problem.code().id());
    json.member("message", problem.message());
    json.member("help", problem.help());
    json.member("file", problem.span().source().name());
    json.member("line", problem.span().start().line());
    json.member("column", problem.span().start().column());
    json.member("pointer", problem.span().pointer().toString());
    json.endObject();
  }
}
