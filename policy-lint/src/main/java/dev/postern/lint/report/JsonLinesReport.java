package dev.postern.lint.report;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.Suppressed;
import dev.postern.model.json.JsonWriter;

/** A JSON object a finding, a line each. */
final class JsonLinesReport implements Report {
  @Override
  public String render(ImmutableList<LintResult> results) {
    StringBuilder lines = new StringBuilder();
    for (LintResult result : results) {
      for (Finding finding : result.findings()) {
        JsonWriter json = JsonWriter.compact();
        FindingJson.write(json, finding, result);
        lines.append(json.text()).append('\n');
      }
      for (Suppressed suppressed : result.suppressed()) {
        JsonWriter json = JsonWriter.compact();
        FindingJson.write(json, suppressed, result);
        lines.append(json.text()).append('\n');
      }
    }
    return lines.toString();
  }
}
