package dev.postern.model.json;

import static java.util.stream.Collectors.joining;

import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;

/** JSON values as text that leaves their places out. */
final class Trees {
  private Trees() {}

  static String describe(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.members().stream()
          .map(member -> quoted(member.name()) + ":" + describe(member.value()))
          .collect(joining(",", "{", "}"));
    }
    if (value instanceof JsonArray array) {
      return array.elements().stream().map(Trees::describe).collect(joining(",", "[", "]"));
    }
    if (value instanceof JsonString string) {
      return quoted(string.text());
    }
    if (value instanceof JsonNumber number) {
      return number.literal();
    }
    return value instanceof JsonBoolean bool ? Boolean.toString(bool.value()) : "null";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
