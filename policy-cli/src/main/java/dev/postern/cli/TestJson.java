package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.source.SourcePosition;
import dev.postern.suite.coverage.SuiteCoverage;
import dev.postern.suite.mutation.MutationResult;
import java.util.Optional;

/** One document; a test that failed has its whole decision record. */
record TestJson() implements TestReport {
  @Override
  public String render(
      ImmutableList<TestedFile> files,
      Optional<SuiteCoverage> coverage,
      Optional<MutationResult> mutation,
      boolean coloured) {
    JsonWriter json = JsonWriter.indented().beginObject();
    json.name("files").beginArray();
    files.forEach(file -> write(file, json));
    json.endArray();
    json.name("summary").beginObject();
    json.member("files", files.size());
    json.member("tests", files.stream().mapToInt(file -> file.results().size()).sum());
    json.member("failures", files.stream().mapToInt(TestedFile::failures).sum());
    json.member("errors", files.stream().mapToInt(TestedFile::errors).sum());
    json.endObject();
    coverage.ifPresent(table -> json.name("coverage").literal(table.toJson().strip()));
    mutation.ifPresent(result -> json.name("mutation").literal(result.toJson().strip()));
    return Visible.json(json.endObject().text()) + "\n";
  }

  private static void write(TestedFile file, JsonWriter json) {
    json.beginObject().member("file", file.name());
    json.name("tests").beginArray();
    file.results().forEach(result -> write(result, json));
    json.endArray().endObject();
  }

  private static void write(ScenarioResult result, JsonWriter json) {
    SourcePosition place = result.scenario().span().start();
    json.beginObject();
    json.member("outcome", outcome(result));
    json.member("line", place.line()).member("column", place.column());
    json.name("result").literal(result.toJson(!result.isAsExpected()));
    json.endObject();
  }

  private static String outcome(ScenarioResult result) {
    return result.isAsExpected() ? "passed" : TestedFile.isError(result) ? "error" : "failed";
  }
}
