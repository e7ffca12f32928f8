package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/** A JSON value that knows where it stood. Literals keep their text. */
public sealed interface JsonValue {
  /** Where it stood. */
  SourceSpan span();

  /** What kind of value it is, for sentences: {@code an object}, {@code null}. */
  String describe();

  /** An object; its members in the order of the text, a repeated name the first time only. */
  record JsonObject(ImmutableList<Member> members, SourceSpan span) implements JsonValue {
    @Override
    public String describe() {
      return "an object";
    }

    /** The value of a member. */
    public Optional<JsonValue> get(String name) {
      for (Member member : members) {
        if (member.name.equals(name)) {
          return Optional.of(member.value);
        }
      }
      return Optional.empty();
    }
  }

  /** A name and its value; {@code nameSpan} covers the name with its quotes. */
  record Member(String name, SourceSpan nameSpan, JsonValue value) {}

  /** An array. */
  record JsonArray(ImmutableList<JsonValue> elements, SourceSpan span) implements JsonValue {
    @Override
    public String describe() {
      return "an array";
    }
  }

  /** A string, its escapes resolved. */
  record JsonString(String text, SourceSpan span) implements JsonValue {
    @Override
    public String describe() {
      return "a string";
    }
  }

  /** A number as it was written. */
  record JsonNumber(String literal, SourceSpan span) implements JsonValue {
    @Override
    public String describe() {
      return "a number";
    }
  }

  /** {@code true} or {@code false}. */
  record JsonBoolean(boolean value, SourceSpan span) implements JsonValue {
    @Override
    public String describe() {
      return "a boolean";
    }
  }

  /** {@code null}. */
  record JsonNull(SourceSpan span) implements JsonValue {
    @Override
    public String describe() {
      return "null";
    }
  }
}
