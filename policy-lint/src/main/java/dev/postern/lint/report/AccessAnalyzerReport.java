package dev.postern.lint.report;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.rule.Severity;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.source.SourceSpan;

/**
 * What {@code aws accessanalyzer validate-policy} answers: for one policy the response itself, for
 * several a line each, with the file's name in it. Findings for which Access Analyzer has no code
 * are left out. AWS: "ValidatePolicy", "IAM Access Analyzer policy check reference".
 */
final class AccessAnalyzerReport implements Report {
  private static final String REFERENCE =
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"
          + "#access-analyzer-reference-policy-checks-";

  @Override
  public String render(ImmutableList<LintResult> all) {
    ImmutableList<LintResult> results =
        all.stream()
            .filter(result -> result.policy().isPresent())
            .collect(ImmutableList.toImmutableList());
    if (results.size() == 1) {
      JsonWriter json = JsonWriter.indented();
      json.beginObject();
      writeFindings(json, results.get(0));
      return json.endObject().text() + "\n";
    }
    StringBuilder lines = new StringBuilder();
    for (LintResult result : results) {
      JsonWriter json = JsonWriter.compact();
      json.beginObject();
      json.member("file", result.source().name());
      writeFindings(json, result);
      lines.append(json.endObject().text()).append('\n');
    }
    return lines.toString();
  }

  private static void writeFindings(JsonWriter json, LintResult result) {
    json.name("findings").beginArray();
    for (Finding finding : result.findings()) {
      if (finding.issueCode().isPresent()) {
        write(json, finding, finding.issueCode().get());
      }
    }
    json.endArray();
  }

  private static void write(JsonWriter json, Finding finding, String code) {
    json.beginObject();
    json.member("findingDetails", FindingJson.message(finding));
    json.member("findingType", finding.severity().accessAnalyzerWord());
    json.member("issueCode", code);
    json.member("learnMoreLink", REFERENCE + kind(finding.severity()) + "-" + slug(code));
    json.name("locations").beginArray();
    writeLocation(json, finding.span());
    // The answer has no place for the name of another policy.
    finding.related().stream()
        .map(Finding.Related::span)
        .filter(span -> span.source().name().equals(finding.file()))
        .forEach(span -> writeLocation(json, span));
    json.endArray();
    json.endObject();
  }

  private static void writeLocation(JsonWriter json, SourceSpan span) {
    json.beginObject();
    json.name("path");
    FindingJson.write(json, span.pointer());
    json.name("span");
    FindingJson.write(json, span);
    json.endObject();
  }

  /* The page calls warnings general. */
  private static String kind(Severity severity) {
    return severity == Severity.WARNING
        ? "general-warning"
        : Ascii.toLowerCase(severity.accessAnalyzerWord()).replace('_', '-');
  }

  private static String slug(String code) {
    return Ascii.toLowerCase(code).replace('_', '-');
  }
}
