package dev.postern.lint.account;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNull;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.Located;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of an account's objects. One of the wrong type is told and counts as absent; null
 * counts as absent, too, since some tools write what AWS leaves out.
 */
final class AccountFields {
  private final List<Problem> problems = new ArrayList<>();

  /** What was told. */
  List<Problem> problems() {
    return problems;
  }

  void tell(SourceSpan span, String message, String help) {
    problems.add(new Problem(ProblemCode.ACCOUNT_INCOMPLETE, span, message, help));
  }

  /** A member; nothing if it is absent. */
  Optional<JsonValue> value(JsonObject outer, String name) {
    return outer.get(name).filter(value -> !(value instanceof JsonNull));
  }

  /** The objects of a list; those that are none are told. */
  ImmutableList<JsonObject> objects(JsonObject outer, String name) {
    ImmutableList.Builder<JsonObject> objects = ImmutableList.builder();
    for (JsonValue element : elements(outer, name)) {
      if (element instanceof JsonObject object) {
        objects.add(object);
      } else {
        wrong(name, element, "a list of objects");
      }
    }
    return objects.build();
  }

  /** The strings of a list; those that are none are told. */
  ImmutableList<Located<String>> texts(JsonObject outer, String name) {
    ImmutableList.Builder<Located<String>> texts = ImmutableList.builder();
    for (JsonValue element : elements(outer, name)) {
      if (element instanceof JsonString string) {
        texts.add(new Located<>(string.text(), string.span()));
      } else {
        wrong(name, element, "a list of strings");
      }
    }
    return texts.build();
  }

  private ImmutableList<JsonValue> elements(JsonObject outer, String name) {
    Optional<JsonValue> value = value(outer, name);
    if (value.isPresent() && !(value.get() instanceof JsonArray)) {
      wrong(name, value.get(), "a list");
    }
    return value
        .filter(JsonArray.class::isInstance)
        .map(list -> ((JsonArray) list).elements())
        .orElse(ImmutableList.of());
  }

  /** An object; nothing, and told, if it is something else. */
  Optional<JsonObject> object(JsonObject outer, String name) {
    Optional<JsonValue> value = value(outer, name);
    if (value.isPresent() && !(value.get() instanceof JsonObject)) {
      wrong(name, value.get(), "an object");
    }
    return value.filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  /** A string; nothing, and told, if it is something else or absent. */
  Optional<Located<String>> text(JsonObject outer, String name) {
    Optional<JsonValue> value = value(outer, name);
    if (value.isEmpty()) {
      missing(outer, name);
      return Optional.empty();
    }
    if (value.get() instanceof JsonString string) {
      return Optional.of(new Located<>(string.text(), string.span()));
    }
    wrong(name, value.get(), "a string");
    return Optional.empty();
  }

  /** Whether it is {@code true}; told if it is something else than a boolean. */
  boolean isTrue(JsonObject outer, String name) {
    Optional<JsonValue> value = value(outer, name);
    if (value.isPresent() && !(value.get() instanceof JsonBoolean)) {
      wrong(name, value.get(), "a boolean");
    }
    return value.filter(found -> found instanceof JsonBoolean flag && flag.value()).isPresent();
  }

  void missing(JsonObject outer, String name) {
    tell(outer.span(), "there is no `" + name + "`", "AWS always tells it");
  }

  private void wrong(String name, JsonValue value, String expected) {
    tell(value.span(), "`" + name + "` is or holds " + value.describe(), "expected " + expected);
  }
}
