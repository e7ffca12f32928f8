package dev.postern.benchmarks.workload;

import com.google.common.base.Verify;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.Verdict;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.util.Arrays;

/**
 * Reads workloads and policies from JSON. The files are the benchmark's own, so what does not fit
 * is a mistake of ours and stops everything.
 */
final class WorkloadReader {
  private final SourceText source;

  private WorkloadReader(SourceText source) {
    this.source = source;
  }

  /** A workload: {@code policies}, {@code requests}, in each what to {@code expect}. */
  static Workload workload(String name, SourceText source) {
    WorkloadReader reader = new WorkloadReader(source);
    JsonObject root = reader.root();
    ImmutableList<PlainRequest> requests =
        elements(root, "requests").stream()
            .map(request -> request((JsonObject) request))
            .collect(ImmutableList.toImmutableList());
    return new Workload(name, policies((JsonObject) member(root, "policies")), requests);
  }

  /** Policies, by what they are attached to. */
  static PlainPolicies policies(SourceText source) {
    return policies(new WorkloadReader(source).root());
  }

  private JsonObject root() {
    JsonReading reading = JsonReader.within(ReadLimits.SCENARIOS).read(source);
    Verify.verify(reading.problems().isEmpty(), "%s: %s", source, reading.problems());
    return (JsonObject) reading.value().orElseThrow();
  }

  private static PlainPolicies policies(JsonObject policies) {
    return new PlainPolicies(
        documents(elements(policies, "identity")),
        documents(elements(policies, "permissionsBoundary")),
        documents(elements(policies, "resource")),
        elements(policies, "serviceControl").stream()
            .map(level -> documents(((JsonArray) level).elements()))
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<PlainPolicy> documents(ImmutableList<JsonValue> documents) {
    return documents.stream()
        .map(document -> elements((JsonObject) document, "Statement"))
        .map(WorkloadReader::policy)
        .collect(ImmutableList.toImmutableList());
  }

  private static PlainPolicy policy(ImmutableList<JsonValue> statements) {
    return new PlainPolicy(
        statements.stream()
            .map(statement -> statement((JsonObject) statement))
            .collect(ImmutableList.toImmutableList()));
  }

  private static PlainStatement statement(JsonObject statement) {
    boolean spares = statement.get("NotAction").isPresent();
    return new PlainStatement(
        statement.get("Sid").map(WorkloadReader::text).orElse(""),
        text(member(statement, "Effect")).equals("Allow"),
        principals(statement),
        spares,
        texts(statement, spares ? "NotAction" : "Action"),
        texts(statement, "Resource"),
        conditions(statement));
  }

  private static ImmutableListMultimap<String, String> principals(JsonObject statement) {
    JsonValue principal = statement.get("Principal").orElse(null);
    if (principal instanceof JsonString text) {
      return ImmutableListMultimap.of(PlainStatement.ANYONE, text.text());
    }
    ImmutableListMultimap.Builder<String, String> principals = ImmutableListMultimap.builder();
    if (principal instanceof JsonObject kinds) {
      for (Member kind : kinds.members()) {
        principals.putAll(kind.name(), texts(kinds, kind.name()));
      }
    }
    return principals.build();
  }

  private static ImmutableList<PlainCondition> conditions(JsonObject statement) {
    ImmutableList.Builder<PlainCondition> conditions = ImmutableList.builder();
    if (statement.get("Condition").orElse(null) instanceof JsonObject operators) {
      for (Member operator : operators.members()) {
        JsonObject keys = (JsonObject) operator.value();
        for (Member key : keys.members()) {
          conditions.add(new PlainCondition(operator.name(), key.name(), texts(keys, key.name())));
        }
      }
    }
    return conditions.build();
  }

  private static PlainRequest request(JsonObject request) {
    ImmutableMap.Builder<String, PlainValue> context = ImmutableMap.builder();
    for (Member entry : ((JsonObject) member(request, "context")).members()) {
      boolean isList = entry.value() instanceof JsonArray;
      context.put(entry.name(), new PlainValue(isList, texts(entry.value())));
    }
    return new PlainRequest(
        text(member(request, "principal")),
        text(member(request, "action")),
        text(member(request, "resource")),
        text(member(request, "resourceOwner")),
        context.buildOrThrow(),
        request.get("useResourcePolicy").isPresent(),
        verdict(text(member(request, "expect"))));
  }

  private static Verdict verdict(String text) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("`" + text + "` is no decision"));
  }

  private static JsonValue member(JsonObject object, String name) {
    return object
        .get(name)
        .orElseThrow(() -> new IllegalArgumentException("no `" + name + "` in " + object));
  }

  /** A list, a single value as a list of one, nothing as an empty list. */
  private static ImmutableList<JsonValue> elements(JsonObject object, String name) {
    JsonValue value = object.get(name).orElse(null);
    if (value == null) {
      return ImmutableList.of();
    }
    return value instanceof JsonArray array ? array.elements() : ImmutableList.of(value);
  }

  private static ImmutableList<String> texts(JsonObject object, String name) {
    return texts(member(object, name));
  }

  private static ImmutableList<String> texts(JsonValue value) {
    ImmutableList<JsonValue> values =
        value instanceof JsonArray array ? array.elements() : ImmutableList.of(value);
    return values.stream().map(WorkloadReader::text).collect(ImmutableList.toImmutableList());
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.text();
    }
    if (value instanceof JsonNumber number) {
      return number.literal();
    }
    return Boolean.toString(((JsonBoolean) value).value());
  }
}
