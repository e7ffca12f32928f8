package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonBoolean;
import dev.postern.model.json.JsonValue.JsonNull;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.SourceText;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML as what it would be in JSON. Line breaks are written {@code ⏎}. */
final class YamlTextTest {
  private static JsonReading read(String text) {
    return YamlText.read(SourceText.of("x.yaml", text.replace("⏎", "\n")));
  }

  private static String json(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.members().stream()
          .map(member -> member.name() + "=" + json(member.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof JsonArray array) {
      return array.elements().stream()
          .map(YamlTextTest::json)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof JsonString string) {
      return "'" + string.text() + "'";
    }
    if (value instanceof JsonNumber number) {
      return number.literal();
    }
    return value instanceof JsonBoolean bool ? Boolean.toString(bool.value()) : "null";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      useHeadersInDisplayName = true,
      textBlock =
          """
          YAML                              | JSON
          a: 1⏎b: text                      | {a=1, b='text'}
          a: [x, y]                         | {a=['x', 'y']}
          a:⏎  - x⏎  - y # why              | {a=['x', 'y']}
          {"a": {"b": null}}                | {a={b=null}}
          a: off⏎b: on⏎c: yes               | {a='off', b='on', c='yes'}
          a: true⏎b: False                  | {a=true, b='False'}
          a: 2027-01-31                     | {a='2027-01-31'}
          a: 012345678901                   | {a='012345678901'}
          a: "012345678901"                 | {a='012345678901'}
          a:⏎b: null                        | {a=null, b=null}
          a: &x [1]⏎b: *x                   | {a=[1], b=[1]}
          # nothing                         | null
          "*": a                            | {*='a'}
          """)
  void a_value_is_what_it_would_be_in_json(String yaml, String json) {
    assertThat(read(yaml).problems()).isEmpty();
    assertThat(json(read(yaml).value().orElseThrow())).isEqualTo(json);
  }

  @Test
  void a_value_knows_its_place() {
    JsonObject root =
        (JsonObject) read("# 😀⏎ignore:⏎  - rule: x⏎    path: y⏎⏎# end⏎").value().orElseThrow();
    JsonArray ignore = (JsonArray) root.get("ignore").orElseThrow();
    JsonObject entry = (JsonObject) ignore.elements().get(0);

    assertThat(entry.span().toString()).isEqualTo("x.yaml:3:5 (/ignore/0)");
    assertThat(entry.span().text()).startsWith("rule: x\n    path: y");
    assertThat(entry.get("path").orElseThrow().span().text()).isEqualTo("y");
    assertThat(entry.members().get(1).nameSpan().toString())
        .isEqualTo("x.yaml:4:5 (/ignore/0/path)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      useHeadersInDisplayName = true,
      textBlock =
          """
          YAML               | LINE | COMPLAINT
          a: [1              | 1    | expected ',' or ']'
          a: 1⏎  b: 2        | 2    | mapping values are not allowed here
          a: 1⏎a: 2          | 2    | `a` stands here twice
          a: *x              | 1    | found undefined alias
          &a [*a]            | 1    | nested deeper than 64
          a: "x              | 1    | found unexpected end of stream
          """)
  void what_is_no_yaml_is_told_with_its_place(String yaml, int line, String complaint) {
    JsonReading reading = read(yaml);

    assertThat(reading.value()).isEmpty();
    assertThat(reading.problems().get(0).message()).contains(complaint);
    assertThat(reading.problems().get(0).span().start().line()).isEqualTo(line);
  }

  @Test
  void aliases_upon_aliases_are_bounded() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      int last = i - 1;
      text.append("a").append(i).append(": &a").append(i).append(" [*a").append(last);
      text.append(", *a").append(last).append("]\n");
    }

    assertThat(read(text.toString()).problems()).isNotEmpty();
    assertThat(read("").value().orElseThrow()).isInstanceOf(JsonNull.class);
  }
}
