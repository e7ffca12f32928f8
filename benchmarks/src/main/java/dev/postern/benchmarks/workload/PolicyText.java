package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import dev.postern.model.json.JsonWriter;

/** Writes plain policies as JSON: a list of one value as that value. */
final class PolicyText {
  private final JsonWriter json = JsonWriter.compact();

  private PolicyText() {}

  static String of(PlainPolicy policy) {
    PolicyText text = new PolicyText();
    text.write(policy);
    return text.json.text();
  }

  private void write(PlainPolicy policy) {
    json.beginObject().member("Version", "2012-10-17").name("Statement").beginArray();
    policy.statements().forEach(this::write);
    json.endArray().endObject();
  }

  private void write(PlainStatement statement) {
    json.beginObject();
    if (!statement.sid().isEmpty()) {
      json.member("Sid", statement.sid());
    }
    json.member("Effect", statement.allow() ? "Allow" : "Deny");
    writePrincipals(statement);
    write(statement.spares() ? "NotAction" : "Action", statement.actions());
    write("Resource", statement.resources());
    writeConditions(statement);
    json.endObject();
  }

  private void writePrincipals(PlainStatement statement) {
    if (statement.principals().containsKey(PlainStatement.ANYONE)) {
      json.member("Principal", PlainStatement.ANYONE);
    } else if (!statement.principals().isEmpty()) {
      json.name("Principal").beginObject();
      for (String kind : statement.principals().keySet()) {
        write(kind, statement.principals().get(kind));
      }
      json.endObject();
    }
  }

  private void writeConditions(PlainStatement statement) {
    if (statement.conditions().isEmpty()) {
      return;
    }
    json.name("Condition").beginObject();
    Multimaps.index(statement.conditions(), PlainCondition::operator)
        .asMap()
        .forEach(
            (operator, conditions) -> {
              json.name(operator).beginObject();
              conditions.forEach(condition -> write(condition.key(), condition.values()));
              json.endObject();
            });
    json.endObject();
  }

  private void write(String name, ImmutableList<String> texts) {
    if (texts.size() == 1) {
      json.member(name, texts.get(0));
    } else {
      json.member(name, texts);
    }
  }
}
