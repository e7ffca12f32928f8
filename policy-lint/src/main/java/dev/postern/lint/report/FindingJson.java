package dev.postern.lint.report;

import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.Subject;
import dev.postern.lint.Suppressed;
import dev.postern.lint.rule.Fix;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.JsonPointer.Step;
import dev.postern.model.source.SourcePosition;
import dev.postern.model.source.SourceSpan;

/** A finding as a JSON object; spans count as Access Analyzer's do. */
final class FindingJson {
  private FindingJson() {}

  static void write(JsonWriter json, Finding finding, LintResult result) {
    json.beginObject();
    writeMembers(json, finding, result);
    json.endObject();
  }

  /** The same with {@code "suppressed": reason} at its end. */
  static void write(JsonWriter json, Suppressed suppressed, LintResult result) {
    json.beginObject();
    writeMembers(json, suppressed.finding(), result);
    json.member("suppressed", suppressed.reason());
    json.endObject();
  }

  private static void writeMembers(JsonWriter json, Finding finding, LintResult result) {
    json.member("rule", finding.rule().id());
    json.member("id", finding.id());
    json.member("severity", finding.severity().word());
    json.member("message", message(finding));
    writeType(json, result);
    json.member("file", finding.file());
    json.member("pointer", finding.pointer().toString());
    json.name("path");
    write(json, finding.pointer());
    json.name("span");
    write(json, finding.span());
    json.name("related").beginArray();
    for (Finding.Related related : finding.related()) {
      json.beginObject();
      if (!related.span().source().name().equals(finding.file())) {
        json.member("file", related.span().source().name());
      }
      json.member("pointer", related.span().pointer().toString());
      json.name("span");
      write(json, related.span());
      json.member("note", related.note());
      json.endObject();
    }
    json.endArray();
    json.member("issueCode", finding.issueCode());
    // Rules that need meaning will have a proof.
    json.name("proof").nullValue();
    json.name("fix");
    if (finding.fix().isPresent()) {
      write(json, finding.fix().get());
    } else {
      json.nullValue();
    }
    json.member("fingerprint", finding.fingerprint());
    json.member("help", finding.help());
  }

  static void writeType(JsonWriter json, LintResult result) {
    if (result.subject() instanceof Subject.Policy policy) {
      if (!policy.title().isEmpty()) {
        json.member("policy", policy.title());
      }
      PolicyType type = policy.type();
      json.member("policyType", type.kind().optionName());
      if (type.kind() == PolicyType.Kind.RESOURCE) {
        json.member("resourceType", type.resourceType());
      }
      json.member("policyTypeSource", policy.typeSource().word());
    } else if (result.subject() instanceof Subject.Principal principal) {
      json.member("principal", principal.title());
    }
  }

  static String message(Finding finding) {
    return finding.advice().isEmpty()
        ? finding.message()
        : finding.message() + "; " + finding.advice();
  }

  static void write(JsonWriter json, JsonPointer pointer) {
    json.beginArray();
    for (Step step : pointer.steps()) {
      json.beginObject();
      if (step instanceof Step.Member member) {
        json.member("value", member.name());
      } else {
        json.member("index", ((Step.Element) step).index());
      }
      json.endObject();
    }
    json.endArray();
  }

  private static void write(JsonWriter json, Fix fix) {
    json.beginObject();
    json.member("kind", fix.kind().word());
    json.member("title", fix.title());
    json.name("edits").beginArray();
    for (Fix.Edit edit : fix.edits()) {
      json.beginObject();
      json.name("span");
      write(json, edit.span());
      json.member("newText", edit.newText());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  static void write(JsonWriter json, SourceSpan span) {
    json.beginObject();
    json.name("start");
    write(json, span.start());
    json.name("end");
    write(json, span.end());
    json.endObject();
  }

  private static void write(JsonWriter json, SourcePosition position) {
    json.beginObject();
    json.member("line", position.line());
    json.member("column", position.column());
    json.member("offset", position.offset());
    json.endObject();
  }
}
