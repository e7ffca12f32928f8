package dev.postern.lint.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.json.Fields;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads fields that have a text, or several. */
final class TextFields {
  private final Fields fields;

  TextFields(Fields fields) {
    this.fields = fields;
  }

  /**
   * A text and its place.
   *
   * @param text the text
   * @param span where it stands
   */
  record Text(String text, SourceSpan span) {}

  /** The texts of a field that has one, or a list; none if there is no such field. */
  ImmutableList<Text> listed(JsonObject parent, String field) {
    Optional<JsonValue> value = parent.get(field);
    if (value.isEmpty()) {
      return ImmutableList.of();
    }
    return value.get() instanceof JsonArray array
        ? array.elements().stream()
            .flatMap(entry -> text(entry, "an entry of `" + field + "`"))
            .collect(toImmutableList())
        : text(value.get(), "`" + field + "`").collect(toImmutableList());
  }

  /* An account's number may stand without quotes; its literal keeps the zeros that it begins with. */
  private Stream<Text> text(JsonValue value, String what) {
    if (value instanceof JsonString string) {
      return Stream.of(new Text(string.text(), string.span()));
    }
    if (value instanceof JsonNumber number) {
      return Stream.of(new Text(number.literal(), number.span()));
    }
    fields.wrongType(value, what, "a text");
    return Stream.empty();
  }

  /** The same, each as a pattern for paths. */
  ImmutableList<PathGlob> paths(JsonObject parent, String field) {
    return listed(parent, field).stream()
        .map(text -> PathGlob.of(text.text()))
        .collect(toImmutableList());
  }

  /** The same, each as what a parser of ours makes of it; its complaint becomes a problem. */
  <T> ImmutableList<T> parsed(JsonObject parent, String field, Function<String, T> parser) {
    return listed(parent, field).stream()
        .flatMap(
            text ->
                fields
                    .parsed(new JsonString(text.text(), text.span()), text.text(), parser)
                    .stream())
        .collect(toImmutableList());
  }
}
