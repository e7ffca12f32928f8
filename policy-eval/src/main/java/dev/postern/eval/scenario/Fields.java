package dev.postern.eval.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.NearestName;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of a scenario and collects what is wrong with them. */
final class Fields {
  private final List<Problem> problems = new ArrayList<>();

  ImmutableList<Problem> problems() {
    return ImmutableList.copyOf(problems);
  }

  boolean isSound() {
    return problems.isEmpty();
  }

  void add(ProblemCode code, SourceSpan span, String message, String help) {
    problems.add(new Problem(code, span, message, help));
  }

  void addAll(Iterable<Problem> others) {
    others.forEach(problems::add);
  }

  /** The object; anything else is a problem. */
  Optional<JsonObject> object(JsonValue value, String what) {
    if (value instanceof JsonObject object) {
      return Optional.of(object);
    }
    wrongType(value, what, "an object");
    return Optional.empty();
  }

  Optional<JsonObject> object(JsonObject parent, String field) {
    return parent.get(field).flatMap(value -> object(value, "`" + field + "`"));
  }

  /** The text; anything else is a problem. */
  Optional<String> string(JsonValue value, String what) {
    if (value instanceof JsonString string) {
      return Optional.of(string.text());
    }
    wrongType(value, what, "a string");
    return Optional.empty();
  }

  Optional<String> string(JsonObject parent, String field) {
    return parent.get(field).flatMap(value -> string(value, "`" + field + "`"));
  }

  Optional<Boolean> bool(JsonObject parent, String field) {
    Optional<JsonValue> value = parent.get(field);
    if (value.isPresent() && !(value.get() instanceof JsonBoolean)) {
      wrongType(value.get(), "`" + field + "`", "`true` or `false`");
    }
    return value.filter(JsonBoolean.class::isInstance).map(bool -> ((JsonBoolean) bool).value());
  }

  ImmutableList<JsonValue> list(JsonObject parent, String field) {
    Optional<JsonValue> value = parent.get(field);
    if (value.isPresent() && !(value.get() instanceof JsonArray)) {
      wrongType(value.get(), "`" + field + "`", "an array");
    }
    return value
        .filter(JsonArray.class::isInstance)
        .map(array -> ((JsonArray) array).elements())
        .orElse(ImmutableList.of());
  }

  /** What a parser of ours makes of a text; its complaint becomes a problem at the field. */
  <T> Optional<T> parsed(JsonObject parent, String field, Function<String, T> parser) {
    return string(parent, field)
        .flatMap(text -> parsed(parent.get(field).orElse(parent), text, parser));
  }

  <T> Optional<T> parsed(JsonValue value, String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      add(ProblemCode.SCENARIO_VALUE, value.span(), String.valueOf(e.getMessage()), "");
      return Optional.empty();
    }
  }

  void require(JsonObject parent, String field, String what) {
    if (parent.get(field).isEmpty()) {
      add(
          ProblemCode.SCENARIO_MISSING_FIELD,
          parent.span(),
          what + " has no `" + field + "`",
          "it is required");
    }
  }

  void refuseUnknown(JsonObject object, String what, ImmutableSet<String> known) {
    for (Member member : object.members()) {
      if (!known.contains(member.name())) {
        add(
            ProblemCode.SCENARIO_UNKNOWN_FIELD,
            member.nameSpan(),
            "unknown field `" + member.name() + "` of " + what,
            NearestName.of(member.name(), known)
                .map(name -> "did you mean `" + name + "`?")
                .orElse("known are `" + String.join("`, `", known) + "`"));
      }
    }
  }

  void wrongType(JsonValue value, String what, String expected) {
    add(
        ProblemCode.SCENARIO_VALUE,
        value.span(),
        what + " is " + value.describe(),
        "expected " + expected);
  }
}
