package dev.postern.test;

import dev.postern.eval.Decision;
import dev.postern.eval.scenario.ScenarioResult;
import org.assertj.core.api.AbstractAssert;

/** Whether a scenario comes out as it says. */
public final class ScenarioAssert extends AbstractAssert<ScenarioAssert, ScenarioResult> {
  ScenarioAssert(ScenarioResult actual) {
    super(actual, ScenarioAssert.class);
  }

  /**
   * It comes out as it expects. One that expects nothing fails: a test of it would pass whatever
   * the policies say.
   */
  public ScenarioAssert isAsExpected() {
    if (!actual.isAsExpected() || !actual.scenario().expectation().isStated()) {
      failWithMessage("%s", text(actual));
    }
    return this;
  }

  private static String text(ScenarioResult result) {
    StringBuilder text = new StringBuilder("\nscenario `");
    text.append(result.scenario().name()).append("`\n");
    text.append("  at ").append(result.scenario().span()).append('\n');
    result.differences().forEach(line -> text.append("  ").append(line).append('\n'));
    if (result.problems().isEmpty() && !result.scenario().expectation().isStated()) {
      text.append("  it expects nothing, so it would pass whatever the policies say\n");
    }
    text.append('\n');
    result.problems().forEach(problem -> text.append(problem.render()));
    result.decision().ifPresent(decision -> append(text, decision));
    return text.toString();
  }

  private static void append(StringBuilder text, Decision decision) {
    RequestText.append(text, decision.request(), "");
    text.append('\n').append(decision.explain());
  }
}
