package dev.postern.cli;

import dev.postern.eval.Authorizer;
import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioReader;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.model.json.SourceFile;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Decides the scenario of a line. Thread-safe. The answer is text already: a decision holds on to
 * the whole line that it was made from.
 *
 * @param reader reads the scenario
 * @param folder where the paths of policies begin
 * @param authorizer decides it
 * @param explain whether to add the whole decision record
 */
record ScenarioAnswers(ScenarioReader reader, Path folder, Authorizer authorizer, boolean explain)
    implements Function<Line, Answer> {
  @Override
  public Answer apply(Line line) {
    ScenarioResult result = scenario(line.decode()).run(authorizer);
    return new Answer.Given(Visible.json(result.toJson(explain)), result.isAsExpected());
  }

  private Scenario scenario(SourceFile line) {
    return line.problem().isEmpty()
        ? reader.readOne(line.source(), folder)
        : reader.read(line, folder).get(0);
  }
}
