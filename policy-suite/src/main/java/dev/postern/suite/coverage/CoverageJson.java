package dev.postern.suite.coverage;

import com.google.common.base.Ascii;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.source.SourceSpan;
import dev.postern.suite.Share;

/** Coverage as one JSON object: every policy with every statement and every part. */
final class CoverageJson {
  private final JsonWriter json = JsonWriter.indented();

  static String of(SuiteCoverage coverage) {
    return new CoverageJson().write(coverage);
  }

  private String write(SuiteCoverage coverage) {
    json.beginObject();
    share(coverage.share());
    json.name("policies").beginArray();
    coverage.policies().forEach(this::policy);
    return json.endArray().endObject().text();
  }

  private void share(Share share) {
    json.member("percent", share.percent());
    json.member("covered", share.part());
    json.member("parts", share.whole());
  }

  private void policy(PolicyCoverage policy) {
    json.beginObject();
    json.member("file", policy.policy().file());
    json.member("pointer", policy.policy().pointer());
    json.member("type", policy.policy().type().toString());
    share(policy.share());
    json.name("statements").beginArray();
    policy.statements().forEach(this::statement);
    json.endArray().endObject();
  }

  private void statement(StatementCoverage statement) {
    json.beginObject();
    json.member("index", statement.index());
    json.member("sid", statement.statement().value().sid().value().asText());
    json.member("effect", statement.statement().value().effect().value().text());
    place(statement.statement().span());
    share(statement.share());
    touches(statement.touches());
    json.name("entries").beginArray();
    statement.entries().forEach(this::entry);
    json.endArray().name("conditions").beginArray();
    statement.conditions().forEach(this::condition);
    json.endArray().endObject();
  }

  private void entry(EntryCoverage entry) {
    json.beginObject();
    json.member("element", entry.element().text());
    json.member("entry", entry.text());
    place(entry.span());
    touches(entry.touches());
    json.endObject();
  }

  private void condition(ConditionCoverage condition) {
    json.beginObject();
    json.member("operator", condition.condition().operator().value().text());
    json.member("key", condition.condition().key().value().text());
    place(condition.span());
    json.member("sides", Ascii.toLowerCase(condition.sides().name()));
    json.member("held", condition.held());
    json.member("failed", condition.failed());
    json.endObject();
  }

  private void place(SourceSpan span) {
    json.member("line", span.start().line());
    json.member("column", span.start().column());
  }

  private void touches(Touches touches) {
    json.member("state", touches.reach().text());
    json.member("decisive", touches.decisive());
    json.member("matched", touches.matched());
    json.member("reached", touches.reached());
  }
}
