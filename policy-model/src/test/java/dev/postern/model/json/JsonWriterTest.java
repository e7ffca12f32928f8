package dev.postern.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private static String rich(JsonWriter json) {
    return json.beginObject()
        .member("text", "a\"b")
        .member("number", 10)
        .member("bool", true)
        .member("list", ImmutableList.of("x", "y"))
        .member("empty", ImmutableList.of())
        .member("some", Optional.of("s"))
        .member("none", Optional.empty())
        .name("literal")
        .literal("10.50")
        .name("object")
        .beginObject()
        .endObject()
        .endObject()
        .text();
  }

  @Test
  void compact_text_has_no_white_space() {
    assertThat(rich(JsonWriter.compact()))
        .isEqualTo(
            "{\"text\":\"a\\\"b\",\"number\":10,\"bool\":true,\"list\":[\"x\",\"y\"],"
                + "\"empty\":[],\"some\":\"s\",\"none\":null,\"literal\":10.50,\"object\":{}}");
  }

  @Test
  void indented_text_has_an_element_a_line() {
    assertThat(rich(JsonWriter.indented()))
        .isEqualTo(
            """
            {
              "text": "a\\"b",
              "number": 10,
              "bool": true,
              "list": [
                "x",
                "y"
              ],
              "empty": [],
              "some": "s",
              "none": null,
              "literal": 10.50,
              "object": {}
            }\
            """);
  }

  @Test
  void half_pairs_are_escaped_and_pairs_are_not() {
    assertThat(
            JsonWriter.compact()
                .beginArray()
                .value("\uD83D\uDE00\uD83D")
                .value("\uDE00x")
                .endArray()
                .text())
        .isEqualTo("[\"\uD83D\uDE00\\uD83D\",\"\\uDE00x\"]");
  }

  @Test
  void control_characters_are_escaped() {
    assertThat(JsonWriter.compact().beginArray().value("\u0000\n\t\u001F").endArray().text())
        .isEqualTo("[\"\\u0000\\n\\t\\u001F\"]");
  }
}
