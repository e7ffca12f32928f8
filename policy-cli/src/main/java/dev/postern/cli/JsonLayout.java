package dev.postern.cli;

import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.json.JsonWriter;

/** Any JSON value, laid out as policies are; as deep as the reader lets it nest. */
final class JsonLayout {
  private final JsonWriter json = JsonWriter.indented();

  private JsonLayout() {}

  static String of(JsonValue value) {
    JsonLayout layout = new JsonLayout();
    layout.write(value);
    return layout.json.text();
  }

  private void write(JsonValue value) {
    if (value instanceof JsonObject object) {
      json.beginObject();
      for (Member member : object.members()) {
        json.name(member.name());
        write(member.value());
      }
      json.endObject();
    } else if (value instanceof JsonArray array) {
      json.beginArray();
      array.elements().forEach(this::write);
      json.endArray();
    } else if (value instanceof JsonString string) {
      json.value(string.text());
    } else if (value instanceof JsonNumber number) {
      json.literal(number.literal());
    } else if (value instanceof JsonBoolean bool) {
      json.value(bool.value());
    } else {
      json.nullValue();
    }
  }
}
