package dev.postern.eval;

import dev.postern.model.Arn;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.Effect;
import dev.postern.model.json.JsonWriter;
import dev.postern.model.source.Located;
import java.util.Optional;

/** A decision as the JSON record of the decision log; the order of the fields is fixed. */
final class DecisionRecord {
  private final JsonWriter json = JsonWriter.compact();
  private final Decision decision;

  private DecisionRecord(Decision decision) {
    this.decision = decision;
  }

  static String json(Decision decision) {
    return new DecisionRecord(decision).write();
  }

  private String write() {
    json.beginObject().member("result", decision.verdict().text());
    decidedBy();
    json.member("message", decision.message());
    json.member("publicMessage", decision.publicMessage());
    json.member("accountRelation", decision.facts().accountRelation());
    principal(decision.facts());
    json.name("resource").beginObject();
    json.member("arn", decision.request().resource().toString());
    json.member("owner", decision.resourceOwner()).endObject();
    json.member("clock", decision.clock().toString());
    json.member("row", row());
    json.name("policyTypes").beginArray();
    decision.layers().forEach(this::layer);
    json.endArray();
    missingKeys();
    wouldChange();
    json.name("unspecified").beginArray();
    decision.unspecified().forEach(point -> json.value(point.name()));
    json.endArray();
    findings();
    parts();
    return json.endObject().text();
  }

  private void principal(Facts facts) {
    json.name("principal").beginObject().member("kind", facts.kind().name());
    json.member("arn", facts.requester().text());
    json.member("roleArn", Optional.ofNullable(facts.role()).map(Arn::toString));
    json.member("account", Optional.ofNullable(facts.account()));
    json.member("uniqueId", Optional.ofNullable(facts.uniqueId())).endObject();
  }

  private Optional<String> row() {
    if (decision.cause() instanceof DecidingCause.Granted granted) {
      return Optional.of(granted.ground().id());
    }
    return decision.cause() instanceof DecidingCause.GrantedOtherwise granted
        ? Optional.of(granted.ground().id())
        : Optional.empty();
  }

  private void decidedBy() {
    DecidingCause cause = decision.cause();
    json.name("decidedBy").beginObject();
    json.member("type", cause.layer().map(Layer::text));
    json.member("reason", cause.reason());
    json.name("policy");
    cause.statement().ifPresentOrElse(by -> policy(by.policy()), json::nullValue);
    json.name("statement");
    cause.statement().ifPresentOrElse(this::place, json::nullValue);
    level(cause)
        .ifPresentOrElse(
            level -> json.member("level", level), () -> json.name("level").nullValue());
    json.endObject();
  }

  private static Optional<Integer> level(DecidingCause cause) {
    if (cause instanceof DecidingCause.NoAllowAtLevel silent) {
      return Optional.of(silent.level());
    }
    boolean organization =
        cause
            .layer()
            .filter(l -> l == Layer.SERVICE_CONTROL || l == Layer.RESOURCE_CONTROL)
            .isPresent();
    return organization ? cause.statement().map(StatementOutcome::level) : Optional.empty();
  }

  private void policy(CompiledPolicy policy) {
    json.beginObject().member("name", policy.name()).member("arn", policy.arn()).endObject();
  }

  private void place(StatementOutcome statement) {
    json.beginObject().member("index", statement.index());
    json.member("sid", statement.statement().value().sid().value().asText());
    json.member("line", statement.statement().span().start().line());
    json.member("column", statement.statement().span().start().column());
    json.endObject();
  }

  private void layer(LayerOutcome layer) {
    json.beginObject().member("type", layer.layer().text());
    json.member("applies", !(layer instanceof LayerOutcome.NotApplicable));
    if (layer instanceof LayerOutcome.NotApplicable other) {
      json.member("whyNot", other.whyNot());
    }
    json.member("effect", layer.effect());
    json.name("policies").beginArray();
    boolean levels =
        layer.layer() == Layer.SERVICE_CONTROL || layer.layer() == Layer.RESOURCE_CONTROL;
    StatementOutcome last = null;
    for (StatementOutcome statement : layer.statements()) {
      if (last == null
          || last.policy() != statement.policy()
          || last.level() != statement.level()) {
        if (last != null) {
          json.endArray().endObject();
        }
        json.beginObject().member("name", statement.policy().name());
        json.member("arn", statement.policy().arn());
        if (levels) {
          json.member("level", statement.level());
        }
        json.name("statements").beginArray();
      }
      last = statement;
      statement(statement);
    }
    if (last != null) {
      json.endArray().endObject();
    }
    json.endArray().endObject();
  }

  private void statement(StatementOutcome statement) {
    json.beginObject().member("index", statement.index());
    json.member("sid", statement.statement().value().sid().value().asText());
    json.member("effect", statement.statement().value().effect().value().text());
    json.member("matched", statement.matched());
    element("principal", statement.principal());
    element("action", statement.action());
    element("resource", statement.resource());
    json.name("conditions").beginArray();
    statement
        .conditions()
        .forEach(c -> condition(c, statement.statement().value().effect().value()));
    json.endArray().endObject();
  }

  private void element(String name, ElementOutcome element) {
    json.name(name).beginObject();
    json.member("matched", !element.truth().certainlyFails());
    json.member("by", element.by());
    if (!element.grants().isEmpty()) {
      json.name("grantKind").beginArray();
      element.grants().forEach(kind -> json.value(kind.name()));
      json.endArray();
    }
    json.member(
        "why",
        element
            .reason()
            .map(
                r ->
                    element.detail().isEmpty()
                        ? r.name()
                        : r.name() + "(" + element.detail() + ")"));
    json.endObject();
  }

  private void condition(ConditionOutcome outcome, Effect effect) {
    Condition condition = outcome.condition();
    json.beginObject().member("operator", condition.operator().value().text());
    json.member("key", condition.key().value().text());
    json.member(
        "policyValues",
        condition.values().value().stream().map(Located::value).map(ConditionValue::text).toList());
    json.member("resolvedValues", outcome.resolvedValues());
    json.member("requestValues", outcome.requestValues());
    json.member("state", outcome.state().text());
    json.member("result", outcome.truth().taken(effect));
    json.member("byAbsence", outcome.byAbsence());
    json.endObject();
  }

  private void missingKeys() {
    json.name("missingKeys").beginArray();
    for (MissingKey key : decision.missingKeys()) {
      json.beginObject().member("key", key.key().text()).member("usedBy", key.usedBy());
      json.member("alwaysPresentInAws", key.alwaysPresentInAws()).endObject();
    }
    json.endArray();
  }

  private void wouldChange() {
    json.name("wouldChange").beginArray();
    for (Change change : decision.wouldChange()) {
      json.beginObject();
      if (change instanceof Change.KeyHolds key) {
        json.member("key", key.key().text()).member("values", key.value().values());
      } else if (change instanceof Change.KeyIsAbsent key) {
        json.member("key", key.key().text()).name("values").nullValue();
      } else if (change instanceof Change.LayerDoesNotDeny deny) {
        json.member("noDenyIn", deny.layer().text());
      } else if (change instanceof Change.LayerAllows allow) {
        json.member("allowIn", allow.layer().text());
      }
      json.member("verdict", change.verdict().text()).endObject();
    }
    json.endArray();
  }

  /* A call of several authorizations: the record is that of the part that decided. */
  private void parts() {
    if (!decision.parts().isEmpty()) {
      json.name("parts").beginArray();
      decision.parts().forEach(part -> json.literal(part.toJson()));
      json.endArray();
    }
  }

  private void findings() {
    json.name("findings").beginArray();
    for (DecisionFinding finding : decision.findings()) {
      json.beginObject().member("code", finding.code());
      json.member("file", finding.span().source().name());
      json.member("line", finding.span().start().line());
      json.member("pointer", finding.span().pointer().toString());
      json.member("text", finding.text()).endObject();
    }
    json.endArray();
  }
}
