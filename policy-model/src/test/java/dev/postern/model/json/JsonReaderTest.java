package dev.postern.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.JsonValue.Member;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static JsonReading read(String text) {
    return JsonReader.within(ReadLimits.POLICY).read(SourceText.of("t.json", text));
  }

  private static JsonValue value(String text) {
    JsonReading reading = read(text);
    assertThat(reading.problems()).isEmpty();
    return reading.value().orElseThrow();
  }

  /* Each value's pointer and what stands at its place; a name before its value. */
  private static List<String> places(JsonValue value) {
    List<String> places = new ArrayList<>();
    collect(value, places);
    return places;
  }

  private static void collect(JsonValue value, List<String> places) {
    places.add(place(value.span()));
    if (value instanceof JsonObject object) {
      for (Member member : object.members()) {
        places.add(place(member.nameSpan()));
        collect(member.value(), places);
      }
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(element -> collect(element, places));
    }
  }

  private static String place(SourceSpan span) {
    return span.pointer().describe() + " " + span.text();
  }

  @Test
  void every_value_and_name_knows_its_place() {
    assertThat(places(value(" {\"a\" : [ 1 ,-2.50e+3,\ttrue,false ,null,\"x\" ], \"b\":{}} ")))
        .containsExactly(
            "document {\"a\" : [ 1 ,-2.50e+3,\ttrue,false ,null,\"x\" ], \"b\":{}}",
            "/a \"a\"",
            "/a [ 1 ,-2.50e+3,\ttrue,false ,null,\"x\" ]",
            "/a/0 1",
            "/a/1 -2.50e+3",
            "/a/2 true",
            "/a/3 false",
            "/a/4 null",
            "/a/5 \"x\"",
            "/b \"b\"",
            "/b {}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"plain\"",
        "\"\\\"\"",
        "\"a\\\"b\"",
        "\"\\\\\"",
        "\"\\\\\\\"\"",
        "\"\\u0022\"",
        "\"\\u0041\\n\\t\\/\"",
        "\"\\ud83d\\ude00\"",
        "\"\uD83D\uDE00é\"",
        "\"a,b:c\"",
        "\"\\\\,\\\"\"",
      })
  void strings_and_names_end_at_their_quote_whatever_escapes_they_hold(String string) {
    assertThat(places(value("[" + string + ", {" + string + ":" + string + "}]")))
        .element(1)
        .isEqualTo("/0 " + string);
    JsonArray array = (JsonArray) value("[{" + string + " : " + string + "} , 1]");
    Member member = ((JsonObject) array.elements().get(0)).members().get(0);
    assertThat(member.nameSpan().text()).isEqualTo(string);
    assertThat(member.value().span().text()).isEqualTo(string);
    assertThat(array.elements().get(1).span().text()).isEqualTo("1");
  }

  @Test
  void places_are_right_beyond_the_parser_s_buffer() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 3_000; i++) {
      text.append(i == 0 ? "" : ", ")
          .append("{\"n")
          .append(i)
          .append("\": \"é\\u00e9")
          .append(i)
          .append("\"}");
    }
    JsonArray array = (JsonArray) value(text.append(']').toString());
    for (int i = 0; i < 3_000; i++) {
      Member member = ((JsonObject) array.elements().get(i)).members().get(0);
      assertThat(member.nameSpan().text()).isEqualTo("\"n" + i + "\"");
      assertThat(member.value().span().text()).isEqualTo("\"é\\u00e9" + i + "\"");
    }
  }

  @Test
  void columns_count_utf_16_units_behind_any_character() {
    JsonArray array = (JsonArray) value("[\"\uD83D\uDE00é\",\r\n \"x\"]");
    assertThat(array.elements().get(0).span().end()).hasToString("1:7");
    assertThat(array.elements().get(1).span().start()).hasToString("2:2");
  }

  @Test
  void numbers_keep_their_text() {
    JsonArray array = (JsonArray) value("[10.0, 1E400, -0, 12345678901234567890123]");
    assertThat(array.elements())
        .extracting(number -> ((JsonNumber) number).literal())
        .containsExactly("10.0", "1E400", "-0", "12345678901234567890123");
  }

  @Test
  void escapes_are_resolved_and_half_pairs_kept() {
    assertThat(((JsonString) value("\"\\u0041\\ud83d\\\"\\/\\b\"")).text())
        .isEqualTo("A\uD83D\"/\b");
  }

  @Test
  void of_a_repeated_name_the_first_value_stays() {
    JsonReading reading = read("{\"a\": 1, \"b\": 2, \"a\": 3}");
    assertThat(Trees.describe(reading.value().orElseThrow())).isEqualTo("{\"a\":1,\"b\":2}");
    assertThat(reading.problems())
        .singleElement()
        .hasToString(
            "t.json:1:18 (/a): `a` stands twice in one object;"
                + " readers keep one of the two and lose the other");
  }

  @Test
  void repeated_names_are_found_among_many() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 100; i++) {
      text.append("\"n").append(i).append("\": 0, ");
    }
    String last = text.append("\"n5\": 0, \"n50\": 0, \"n99\": 0}").toString();
    assertThat(read(last).problems())
        .extracting(problem -> problem.span().text())
        .containsExactly("\"n5\"", "\"n50\"", "\"n99\"");
  }

  @Test
  void a_name_is_repeated_however_it_is_escaped() {
    assertThat(read("{\"Action\": 1, \"\\u0041ction\": 2}").problems()).hasSize(1);
  }

  @Test
  void scalars_are_documents() {
    assertThat(Trees.describe(value("\"x\""))).isEqualTo("\"x\"");
    assertThat(Trees.describe(value("  -1.5  "))).isEqualTo("-1.5");
    assertThat(Trees.describe(value("null"))).isEqualTo("null");
  }

  @Test
  void values_say_what_they_are() {
    assertThat(((JsonArray) value("[{}, [], \"\", 1, true, null]")).elements())
        .extracting(JsonValue::describe)
        .containsExactly("an object", "an array", "a string", "a number", "a boolean", "null");
  }

  @Test
  void members_are_found_by_name() {
    JsonObject object = (JsonObject) value("{\"a\": 1}");
    assertThat(object.get("a")).isPresent();
    assertThat(object.get("A")).isEmpty();
  }
}
