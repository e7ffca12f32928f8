package dev.postern.lint.report;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.RuleFault;
import dev.postern.lint.rule.Severity;
import dev.postern.model.json.JsonWriter;

/** One JSON document. */
final class JsonReport implements Report {
  @Override
  public String render(ImmutableList<LintResult> results) {
    JsonWriter json = JsonWriter.indented();
    json.beginObject();
    json.name("findings").beginArray();
    for (LintResult result : results) {
      for (Finding finding : result.findings()) {
        FindingJson.write(json, finding, result);
      }
    }
    json.endArray();
    json.name("suppressed").beginArray();
    for (LintResult result : results) {
      result.suppressed().forEach(suppressed -> FindingJson.write(json, suppressed, result));
    }
    json.endArray();
    json.name("policies").beginArray();
    policies(results).forEach(result -> write(json, result));
    json.endArray();
    writeSummary(json, results);
    writeFaults(json, results);
    return json.endObject().text() + "\n";
  }

  private static ImmutableList<LintResult> policies(ImmutableList<LintResult> results) {
    return results.stream()
        .filter(result -> result.policy().isPresent())
        .collect(ImmutableList.toImmutableList());
  }

  private static void write(JsonWriter json, LintResult result) {
    json.beginObject();
    json.member("file", result.source().name());
    FindingJson.writeType(json, result);
    json.member("findings", result.findings().size());
    json.endObject();
  }

  private static void writeSummary(JsonWriter json, ImmutableList<LintResult> results) {
    json.name("summary").beginObject();
    json.member("policies", policies(results).size());
    for (Severity severity : Severity.values()) {
      json.member(
          severity.word(), results.stream().mapToLong(result -> result.count(severity)).sum());
    }
    json.endObject();
  }

  private static void writeFaults(JsonWriter json, ImmutableList<LintResult> results) {
    json.name("faults").beginArray();
    for (LintResult result : results) {
      for (RuleFault fault : result.faults()) {
        json.beginObject();
        json.member("rule", fault.rule().id());
        json.member("file", fault.policy().name());
        json.member("message", fault.describe());
        json.endObject();
      }
    }
    json.endArray();
  }
}
