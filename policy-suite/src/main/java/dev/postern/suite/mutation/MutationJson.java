package dev.postern.suite.mutation;

import dev.postern.eval.scenario.Scenario;
import dev.postern.model.json.JsonWriter;
import dev.postern.suite.Share;

/** What became of every mutant as one JSON object. */
final class MutationJson {
  private final JsonWriter json = JsonWriter.indented();

  static String of(MutationResult result) {
    return new MutationJson().write(result);
  }

  private String write(MutationResult result) {
    Share share = result.share();
    json.beginObject();
    json.member("percent", share.percent());
    json.member("noticed", share.part());
    json.member("mutants", share.whole());
    json.name("outcomes").beginArray();
    result.outcomes().forEach(this::outcome);
    json.endArray();
    json.member("without", result.without().stream().map(Scenario::name).toList());
    return json.endObject().text();
  }

  private void outcome(MutantOutcome outcome) {
    Mutant mutant = outcome.mutant();
    json.beginObject();
    json.member("id", mutant.id());
    json.member("file", mutant.policy().file());
    json.member("type", mutant.policy().type().toString());
    json.member("statement", mutant.statement());
    json.member("line", mutant.span().start().line());
    json.member("column", mutant.span().start().column());
    json.member("pointer", mutant.span().pointer().toString());
    json.member("change", mutant.change());
    json.member("noticed", outcome.isNoticed());
    if (outcome instanceof MutantOutcome.Noticed noticed) {
      json.member("by", noticed.scenario());
    } else {
      json.member("advice", mutant.advice());
    }
    json.endObject();
  }
}
