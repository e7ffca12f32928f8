package dev.postern.cli;

import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What came of a run of the command, inside this process. */
record Ran(int code, String out, String err) {
  /** The day of every run that does not name another; pages that show an age count to it. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  static Ran postern(Path folder, String... args) {
    return posternReading("", folder, args);
  }

  static Ran posternReading(String input, Path folder, String... args) {
    return posternReading(input.getBytes(StandardCharsets.UTF_8), folder, args);
  }

  static Ran posternReading(byte[] input, Path folder, String... args) {
    return run(new ByteArrayInputStream(input), folder, false, TODAY, args);
  }

  static Ran posternColoured(Path folder, String... args) {
    return run(InputStream.nullInputStream(), folder, true, TODAY, args);
  }

  static Ran posternOn(LocalDate day, Path folder, String... args) {
    return run(InputStream.nullInputStream(), folder, false, day, args);
  }

  private static Ran run(
      InputStream in, Path folder, boolean coloured, LocalDate day, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Clock clock = Clock.fixed(day.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    int code =
        PosternCommand.run(
            new Console(in, Output.to(out), Output.to(err), folder, coloured, false, clock), args);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The output, read back as one JSON document. */
  JsonValue json() {
    return json(out);
  }

  /** The output, read back as JSON lines. */
  List<JsonValue> jsonLines() {
    return out.lines().map(Ran::json).toList();
  }

  private static JsonValue json(String text) {
    JsonReading reading =
        JsonReader.within(ReadLimits.SCENARIOS).read(SourceText.of("<out>", text));
    if (!reading.problems().isEmpty()) {
      throw new AssertionError(reading.problems() + "\n" + text);
    }
    return reading.value().orElseThrow();
  }

  /** The text under a path of names and indexes, with slashes. */
  static String at(JsonValue root, String path) {
    JsonValue value = root;
    for (String step : path.split("/", -1)) {
      value =
          value instanceof JsonArray array
              ? array.elements().get(Integer.parseInt(step))
              : ((JsonObject) value).get(step).orElseThrow(() -> new AssertionError(step));
    }
    if (value instanceof JsonArray array) {
      return array.elements().size() + " elements";
    }
    return value instanceof JsonString string
        ? string.text()
        : value instanceof JsonNumber number ? number.literal() : value.span().text();
  }
}
