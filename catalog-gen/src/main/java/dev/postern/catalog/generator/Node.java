package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A value of a source's JSON file. Says where it stood when it is not what was expected. */
record Node(JsonValue value) {
  private static final JsonReader READER = JsonReader.within(ReadLimits.SCENARIOS);

  /** A member of an object. */
  record Entry(String name, Node node) {}

  /** Reads a file; errors give it the name that it has within the folder of packages. */
  static Node read(Path packages, Path file) {
    String name = Sources.name(packages, file);
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new RefusedException(name + ": cannot be read; expected a file of UTF-8 text");
    }
    JsonReading reading = READER.read(SourceText.of(name, text));
    if (!reading.problems().isEmpty()) {
      throw new RefusedException(reading.problems().get(0).toString());
    }
    return new Node(reading.root().get(0));
  }

  /** The text of a string. */
  String text() {
    if (value instanceof JsonString string) {
      return string.text();
    }
    throw refuse(value.describe(), "a string");
  }

  /** Whether it is {@code true} and not {@code false}. */
  boolean isTrue() {
    if (value instanceof JsonBoolean bool) {
      return bool.value();
    }
    throw refuse(value.describe(), "`true` or `false`");
  }

  /** The elements of an array. */
  ImmutableList<Node> elements() {
    if (value instanceof JsonArray array) {
      return array.elements().stream().map(Node::new).collect(ImmutableList.toImmutableList());
    }
    throw refuse(value.describe(), "an array");
  }

  /** The members of an object. */
  ImmutableList<Entry> entries() {
    return object().members().stream()
        .map(member -> new Entry(member.name(), new Node(member.value())))
        .collect(ImmutableList.toImmutableList());
  }

  /** The members of an object that has no others than these. */
  ImmutableList<Entry> entries(ImmutableSet<String> known) {
    ImmutableList<Entry> entries = entries();
    for (Entry entry : entries) {
      if (!known.contains(entry.name)) {
        throw entry.node.refuse("a member `" + entry.name + "`", "none but " + quoted(known));
      }
    }
    return entries;
  }

  /** The member of an object; it has to be there. */
  Node get(String name) {
    return object()
        .get(name)
        .map(Node::new)
        .orElseThrow(() -> refuse("no member `" + name + "`", "one"));
  }

  /** Whether an object has the member. */
  boolean has(String name) {
    return object().get(name).isPresent();
  }

  private JsonObject object() {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw refuse(value.describe(), "an object");
  }

  /** That this is not what it should be. */
  RefusedException refuse(String found, String expected) {
    return new RefusedException(value.span() + ": " + found + "; expected " + expected);
  }

  private static String quoted(ImmutableSet<String> names) {
    return "`" + String.join("`, `", names) + "`";
  }
}
