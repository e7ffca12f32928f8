package dev.postern.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The reader takes what Jackson takes, sees the same in it with its places, and refuses the rest.
 */
class JsonReaderProperties {
  private static final JsonFactory JACKSON = new JsonFactory();
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\n",
          "\\u00e9",
          "\\u12",
          "\\x",
          "a",
          "true",
          "false",
          "null",
          "tru",
          "0",
          "1",
          "-",
          "+",
          ".",
          "e",
          "E",
          "01",
          "1.5",
          "1e-7",
          " ",
          "\n",
          "\t",
          "\r",
          "\f",
          "\u0000",
          "\u00A0",
          "\uFEFF",
          "é",
          "\uD83D\uDE00",
          "\uD83D",
          "/",
          "//",
          "'",
          "NaN",
          "\"x\"",
          "\"x\":1",
          "[]",
          "{}");

  @Provide
  Arbitrary<String> soups() {
    return Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> values() {
    return values(3);
  }

  private static Arbitrary<String> values(int depth) {
    Arbitrary<String> scalars =
        Arbitraries.of(
            "0",
            "-1",
            "1.50",
            "1E+9",
            "true",
            "false",
            "null",
            "\"\"",
            "\"a\\\"\\\\\\u0041é\"",
            "\"\uD83D\uDE00\\ud83d\"",
            "\" , : \"");
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<List<String>> several = values(depth - 1).list().ofMaxSize(3);
    return Arbitraries.oneOf(
        scalars,
        several.map(all -> "[ " + String.join(" ,\t", all) + "]"),
        several.map(all -> "{" + members(all) + "\r\n}"));
  }

  private static String members(List<String> values) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      members.append(i == 0 ? "" : ", ").append("\"n\\t").append(i).append("\" : ");
      members.append(values.get(i));
    }
    return members.toString();
  }

  /* A sound text with one piece put in, or one character taken out. */
  @Provide
  Arbitrary<String> damaged() {
    return Combinators.combine(
            values(),
            Arbitraries.integers().between(0, 200),
            Arbitraries.of(PIECES),
            Arbitraries.of(true, false))
        .as(
            (text, at, piece, insert) -> {
              int place = at % text.length();
              return insert
                  ? text.substring(0, place) + piece + text.substring(place)
                  : text.substring(0, place) + text.substring(place + 1);
            });
  }

  @Property
  void sound_texts_are_read_as_jackson_reads_them(@ForAll("values") String text) {
    assertThat(ours(text)).isPresent().isEqualTo(jackson(text));
  }

  @Property(tries = 5_000)
  void damaged_texts_are_read_or_refused_as_by_jackson(@ForAll("damaged") String text) {
    assertThat(ours(text)).isEqualTo(jackson(text));
  }

  @Property(tries = 5_000)
  void soups_are_read_or_refused_as_by_jackson(@ForAll("soups") String text) {
    assertThat(ours(text)).isEqualTo(jackson(text));
  }

  @Property(tries = 5_000)
  void every_refusal_has_a_place_in_the_text(@ForAll("damaged") String text) {
    assertThat(read(text).problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.span().startOffset()).isBetween(0, text.length());
              assertThat(problem.span().endOffset())
                  .isBetween(problem.span().startOffset(), text.length());
              assertThat(problem.render()).isNotEmpty();
            });
  }

  private static JsonReading read(String text) {
    return JsonReader.within(ReadLimits.POLICY).read(SourceText.of("t", text));
  }

  private static Optional<String> ours(String text) {
    JsonReading reading = read(text);
    return reading.problems().isEmpty() ? reading.value().map(Trees::describe) : Optional.empty();
  }

  private static Optional<String> jackson(String text) {
    try (JsonParser parser = JACKSON.createParser(new StringReader(text))) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      JsonToken first = parser.nextToken();
      if (first == null) {
        return Optional.empty();
      }
      String value = describe(parser, first);
      return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String describe(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> quoted(parser.getText());
      default -> parser.getText();
    };
  }

  private static String object(JsonParser parser) throws IOException {
    StringBuilder object = new StringBuilder("{");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      object.append(object.length() == 1 ? "" : ",").append(quoted(parser.currentName()));
      object.append(':').append(describe(parser, parser.nextToken()));
    }
    return object.append('}').toString();
  }

  private static String array(JsonParser parser) throws IOException {
    StringBuilder array = new StringBuilder("[");
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      array.append(array.length() == 1 ? "" : ",").append(describe(parser, token));
      token = parser.nextToken();
    }
    return array.append(']').toString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
