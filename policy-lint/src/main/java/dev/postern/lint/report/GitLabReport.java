package dev.postern.lint.report;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.rule.Severity;
import dev.postern.model.json.JsonWriter;

/** For GitLab's merge requests: an array of issues. GitLab: "Code Quality report format". */
final class GitLabReport implements Report {
  @Override
  public String render(ImmutableList<LintResult> results) {
    // GitLab takes a fingerprint once; two statements that say the same have one.
    Multiset<String> seen = HashMultiset.create();
    JsonWriter json = JsonWriter.indented();
    json.beginArray();
    for (LintResult result : results) {
      for (Finding finding : result.findings()) {
        String key = finding.file() + " " + finding.fingerprint();
        seen.add(key);
        write(json, finding, key + " " + seen.count(key));
      }
    }
    return json.endArray().text() + "\n";
  }

  private static void write(JsonWriter json, Finding finding, String fingerprint) {
    json.beginObject();
    json.member("description", FindingJson.message(finding));
    json.member("check_name", finding.id());
    json.member("fingerprint", fingerprint);
    json.member("severity", severity(finding.severity()));
    json.name("location").beginObject();
    json.member("path", finding.file());
    json.name("lines").beginObject();
    json.member("begin", finding.span().start().line());
    json.member("end", finding.span().end().line());
    json.endObject();
    json.endObject();
    json.endObject();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case SECURITY_WARNING -> "major";
      case WARNING -> "minor";
      case SUGGESTION -> "info";
    };
  }
}
