package dev.postern.lint.account;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.Fields;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.source.Located;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** The fields of an account's objects. One of the wrong type is told and counts as absent. */
final class AccountFields {
  private final Fields fields = Fields.ofAccount();

  /** What was told. */
  ImmutableList<Problem> problems() {
    return fields.problems();
  }

  void tell(SourceSpan span, String message, String help) {
    fields.add(ProblemCode.ACCOUNT_INCOMPLETE, span, message, help);
  }

  /** The objects of a list; those that are none are told. */
  ImmutableList<JsonObject> objects(JsonObject outer, String name) {
    return fields.list(outer, name).stream()
        .flatMap(value -> fields.object(value, element(name)).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The strings of a list; those that are none are told. */
  ImmutableList<Located<String>> texts(JsonObject outer, String name) {
    return fields.list(outer, name).stream()
        .flatMap(value -> text(value, element(name)).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private static String element(String list) {
    return "an element of `" + list + "`";
  }

  /** An object; nothing if it is absent. */
  Optional<JsonObject> object(JsonObject outer, String name) {
    return fields.object(outer, name);
  }

  /** A string that AWS always tells. */
  Optional<Located<String>> text(JsonObject outer, String name) {
    require(outer, name);
    return optionalText(outer, name);
  }

  /** A string; nothing if it is absent. */
  Optional<Located<String>> optionalText(JsonObject outer, String name) {
    return outer.get(name).flatMap(value -> text(value, "`" + name + "`"));
  }

  private Optional<Located<String>> text(JsonValue value, String what) {
    return fields.string(value, what).map(text -> new Located<>(text, value.span()));
  }

  /** Whether it is {@code true}. */
  boolean isTrue(JsonObject outer, String name) {
    return fields.bool(outer, name).orElse(false);
  }

  /** What AWS always tells. */
  void require(JsonObject outer, String name) {
    fields.require(outer, name, "this");
  }
}
