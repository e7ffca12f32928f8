package dev.postern.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Writes one JSON value, member by member, in the order of the calls. Not thread-safe; for one
 * value.
 */
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final StringWriter out = new StringWriter();
  private final JsonGenerator json;

  private JsonWriter(boolean indented) {
    try {
      json = FACTORY.createGenerator(out);
    } catch (IOException e) {
      throw unexpected(e);
    }
    if (indented) {
      json.setPrettyPrinter(twoSpaces());
    }
  }

  /** On one line, without white space. */
  public static JsonWriter compact() {
    return new JsonWriter(false);
  }

  /** Indented by two spaces, an element a line, line feeds on every system. */
  public static JsonWriter indented() {
    return new JsonWriter(true);
  }

  private static DefaultPrettyPrinter twoSpaces() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }

  private interface Step {
    void write() throws IOException;
  }

  private JsonWriter step(Step step) {
    try {
      step.write();
      return this;
    } catch (IOException e) {
      throw unexpected(e);
    }
  }

  private static UncheckedIOException unexpected(IOException e) {
    return new UncheckedIOException("writing JSON to memory", e);
  }

  /** <code>{</code> */
  public JsonWriter beginObject() {
    return step(json::writeStartObject);
  }

  /** <code>}</code> */
  public JsonWriter endObject() {
    return step(json::writeEndObject);
  }

  /** {@code [} */
  public JsonWriter beginArray() {
    return step(json::writeStartArray);
  }

  /** {@code ]} */
  public JsonWriter endArray() {
    return step(json::writeEndArray);
  }

  /** The name of the member that comes next. */
  public JsonWriter name(String name) {
    return step(() -> json.writeFieldName(name));
  }

  /** A string. */
  public JsonWriter value(String text) {
    return step(() -> json.writeString(text));
  }

  /** A whole number. */
  public JsonWriter value(long number) {
    return step(() -> json.writeNumber(number));
  }

  /** A boolean. */
  public JsonWriter value(boolean bool) {
    return step(() -> json.writeBoolean(bool));
  }

  /** A number or boolean as it was written; the caller knows that it is one. */
  public JsonWriter literal(String text) {
    return step(() -> json.writeRawValue(text));
  }

  /** {@code null}. */
  public JsonWriter nullValue() {
    return step(json::writeNull);
  }

  /** A member with a string. */
  public JsonWriter member(String name, String text) {
    return name(name).value(text);
  }

  /** A member with a whole number. */
  public JsonWriter member(String name, long number) {
    return name(name).value(number);
  }

  /** A member with a boolean. */
  public JsonWriter member(String name, boolean bool) {
    return name(name).value(bool);
  }

  /** A member with a string, or with {@code null} when there is none. */
  public JsonWriter member(String name, Optional<String> text) {
    name(name);
    return text.isPresent() ? value(text.get()) : nullValue();
  }

  /** A member with an array of strings. */
  public JsonWriter member(String name, Iterable<String> texts) {
    name(name).beginArray();
    texts.forEach(this::value);
    return endArray();
  }

  /** The JSON text; the value has to be complete. */
  public String text() {
    step(json::flush);
    return escapeLoneSurrogates(out.toString());
  }

  /* Half a pair stands inside a string, or nowhere, and has no UTF-8 to be saved as. */
  private static String escapeLoneSurrogates(String text) {
    StringBuilder escaped = new StringBuilder();
    int kept = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (Character.getType(c) == Character.SURROGATE) {
        escaped.append(text, kept, i).append(String.format("\\u%04X", c));
        kept = i + 1;
      }
      i += Character.charCount(c);
    }
    return kept == 0 ? text : escaped.append(text, kept, text.length()).toString();
  }
}
