package dev.postern.lint.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.RuleFault;
import dev.postern.lint.Suppressed;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Fix;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.RulePage;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.source.SourcePosition;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For code scanning: OASIS's Static Analysis Results Interchange Format 2.1.0. Lines and columns
 * count from 1 there.
 */
final class SarifReport implements Report {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  @Override
  public String render(ImmutableList<LintResult> results) {
    ImmutableList<RuleInfo> rules = rules(results);
    JsonWriter json = JsonWriter.indented();
    json.beginObject();
    json.member("$schema", SCHEMA);
    json.member("version", "2.1.0");
    json.name("runs").beginArray().beginObject();
    writeTool(json, rules);
    json.member("columnKind", "utf16CodeUnits");
    writeInvocation(json, results);
    json.name("results").beginArray();
    for (LintResult result : results) {
      for (Finding finding : result.findings()) {
        write(json, finding, "", result, rules);
      }
      for (Suppressed suppressed : result.suppressed()) {
        write(json, suppressed.finding(), suppressed.reason(), result, rules);
      }
    }
    json.endArray();
    json.endObject().endArray();
    return json.endObject().text() + "\n";
  }

  /* Those that found something, in the order of their ids. */
  private static ImmutableList<RuleInfo> rules(ImmutableList<LintResult> results) {
    return results.stream()
        .flatMap(
            result ->
                Stream.concat(
                    result.findings().stream(),
                    result.suppressed().stream().map(Suppressed::finding)))
        .map(Finding::rule)
        .collect(
            ImmutableSortedMap.toImmutableSortedMap(
                String::compareTo, RuleInfo::id, info -> info, (one, same) -> one))
        .values()
        .asList();
  }

  private static void writeTool(JsonWriter json, ImmutableList<RuleInfo> rules) {
    json.name("tool").beginObject().name("driver").beginObject();
    json.member("name", "Postern");
    json.name("rules").beginArray();
    for (RuleInfo rule : rules) {
      json.beginObject();
      json.member("id", rule.id());
      writeText(json, "shortDescription", rule.title());
      writeHelp(json, rule);
      json.name("defaultConfiguration").beginObject();
      json.member("level", rule.severity().sarifLevel());
      json.endObject();
      json.name("properties").beginObject();
      json.member("severity", rule.severity().word());
      json.member("issueCode", rule.issueCode());
      json.member("peers", rule.peers());
      json.endObject();
      json.endObject();
    }
    json.endArray();
    json.endObject().endObject();
  }

  private static void writeHelp(JsonWriter json, RuleInfo rule) {
    Optional<RulePage> page = BuiltInRules.named(rule.id()).flatMap(RulePage::of);
    if (page.isPresent()) {
      json.name("help").beginObject();
      json.member("text", rule.title());
      json.member("markdown", page.get().text());
      json.endObject();
    }
  }

  private static void writeText(JsonWriter json, String name, String text) {
    json.name(name).beginObject();
    json.member("text", text);
    json.endObject();
  }

  private static void writeInvocation(JsonWriter json, ImmutableList<LintResult> results) {
    ImmutableList<RuleFault> faults =
        results.stream()
            .flatMap(result -> result.faults().stream())
            .collect(ImmutableList.toImmutableList());
    json.name("invocations").beginArray().beginObject();
    json.member("executionSuccessful", faults.isEmpty());
    json.name("toolExecutionNotifications").beginArray();
    for (RuleFault fault : faults) {
      json.beginObject();
      json.member("level", "error");
      writeText(json, "message", fault.describe());
      json.endObject();
    }
    json.endArray();
    json.endObject().endArray();
  }

  private static void write(
      JsonWriter json,
      Finding finding,
      String suppression,
      LintResult result,
      ImmutableList<RuleInfo> rules) {
    json.beginObject();
    json.member("ruleId", finding.rule().id());
    json.member("ruleIndex", indexOf(finding.rule(), rules));
    json.member("level", finding.severity().sarifLevel());
    writeText(json, "message", FindingJson.message(finding));
    json.name("locations").beginArray().beginObject();
    writePlace(json, finding.span());
    json.endObject().endArray();
    json.name("relatedLocations").beginArray();
    int id = 1;
    for (Finding.Related related : finding.related()) {
      json.beginObject();
      json.member("id", id++);
      writePlace(json, related.span());
      writeText(json, "message", related.note());
      json.endObject();
    }
    json.endArray();
    json.name("partialFingerprints").beginObject();
    json.member("postern/v1", finding.fingerprint());
    json.endObject();
    if (!suppression.isEmpty()) {
      json.name("suppressions").beginArray().beginObject();
      json.member("kind", "external");
      json.member("justification", suppression);
      json.endObject().endArray();
    }
    if (finding.fix().isPresent()) {
      write(json, finding.fix().get());
    }
    json.name("properties").beginObject();
    json.member("id", finding.id());
    json.member("severity", finding.severity().word());
    FindingJson.writeType(json, result);
    json.endObject();
    json.endObject();
  }

  private static int indexOf(RuleInfo rule, ImmutableList<RuleInfo> rules) {
    int index = 0;
    while (!rules.get(index).id().equals(rule.id())) {
      index++;
    }
    return index;
  }

  private static void writePlace(JsonWriter json, SourceSpan span) {
    json.name("physicalLocation").beginObject();
    writeFile(json, span);
    json.name("region");
    writeRegion(json, span);
    json.endObject();
    json.name("logicalLocations").beginArray().beginObject();
    json.member("fullyQualifiedName", span.pointer().toString());
    json.endObject().endArray();
  }

  private static void writeFile(JsonWriter json, SourceSpan span) {
    json.name("artifactLocation").beginObject();
    json.member("uri", FileName.uri(span.source().name()));
    json.endObject();
  }

  private static void writeRegion(JsonWriter json, SourceSpan span) {
    SourcePosition start = span.start();
    SourcePosition end = span.end();
    json.beginObject();
    json.member("startLine", start.line());
    json.member("startColumn", start.column() + 1);
    json.member("endLine", end.line());
    json.member("endColumn", end.column() + 1);
    json.endObject();
  }

  private static void write(JsonWriter json, Fix fix) {
    json.name("fixes").beginArray().beginObject();
    writeText(json, "description", fix.title());
    json.name("artifactChanges").beginArray().beginObject();
    writeFile(json, fix.edits().get(0).span());
    json.name("replacements").beginArray();
    for (Fix.Edit edit : fix.edits()) {
      json.beginObject();
      json.name("deletedRegion");
      writeRegion(json, edit.span());
      writeText(json, "insertedContent", edit.newText());
      json.endObject();
    }
    json.endArray();
    json.endObject().endArray();
    json.endObject().endArray();
  }
}
