package dev.postern.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.model.NormalForm;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Reads real policies from the folder that the system property {@code postern.corpus} names, and
 * prints those it refuses with the reasons. Without the property the test is skipped.
 */
class CorpusTest {
  private static final ReadLimits LINE = new ReadLimits(1 << 24, 64, 1 << 24, 1_000_000);

  /** A policy of the corpus. */
  private record Entry(SourceText source, PolicyType type) {}

  private static Path folder() {
    String property = System.getProperty("postern.corpus", "");
    Assumptions.assumeFalse(
        property.isEmpty(), "no corpus: give its folder with -Dpostern.corpus=FOLDER");
    return Path.of(property);
  }

  private static ImmutableList<Entry> entries() throws IOException {
    Path folder = folder();
    return ImmutableList.<Entry>builder()
        .addAll(lines(folder.resolve("managed-policies.jsonl"), CorpusTest::managed))
        .addAll(lines(folder.resolve("policies.jsonl"), CorpusTest::single))
        .addAll(organization(folder.resolve("org")))
        .build();
  }

  private interface LineParser {
    Entry parse(JsonObject line);
  }

  private static List<Entry> lines(Path file, LineParser parser) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(line -> parser.parse(object(file, line))).toList();
    }
  }

  private static JsonObject object(Path file, String line) {
    JsonReading reading =
        JsonReader.within(LINE).read(SourceText.of(file.getFileName().toString(), line));
    return (JsonObject) reading.value().orElseThrow();
  }

  private static String text(JsonObject line, String member) {
    return ((JsonString) line.get(member).orElseThrow()).text();
  }

  private static Entry managed(JsonObject line) {
    String text = line.get("document").orElseThrow().span().text();
    return new Entry(SourceText.of(text(line, "name"), text), PolicyType.IDENTITY);
  }

  private static Entry single(JsonObject line) {
    PolicyType type = PolicyType.named(text(line, "kind")).orElseThrow();
    return new Entry(SourceText.of(text(line, "id"), text(line, "text")), type);
  }

  private static List<Entry> organization(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(
              file -> {
                String name = folder.relativize(file).toString();
                try {
                  return new Entry(
                      SourceText.of(name, Files.readString(file, UTF_8)), typeOf(name));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    }
  }

  private static PolicyType typeOf(String name) {
    if (name.contains("rcp")) {
      return PolicyType.RESOURCE_CONTROL;
    }
    if (name.contains("vpc_endpoint")) {
      return PolicyType.VPC_ENDPOINT;
    }
    return name.endsWith("_policy.json") ? PolicyType.RESOURCE : PolicyType.SERVICE_CONTROL;
  }

  @Test
  void what_is_read_is_written_and_read_again_as_the_same() throws IOException {
    for (Entry entry : entries()) {
      PolicyReader.lenient()
          .examine(entry.source, entry.type)
          .document()
          .ifPresent(CorpusTest::checkWriting);
    }
  }

  private static void checkWriting(PolicyDocument document) {
    PolicyWriter faithful = PolicyWriter.faithful();
    PolicyDocument again = read(faithful.write(document), document.type());
    assertThat(again).isEqualTo(document);
    assertThat(faithful.onOneLine().write(again)).isEqualTo(faithful.onOneLine().write(document));
    assertThat(tree(faithful.write(document))).isEqualTo(tree(document.source().text()));
    assertThat(read(PolicyWriter.canonical().write(document), document.type())).isEqualTo(document);
    PolicyDocument normal = NormalForm.of(document);
    assertThat(NormalForm.of(normal)).isEqualTo(normal);
    assertThat(read(faithful.write(normal), document.type())).isEqualTo(normal);
  }

  private static PolicyDocument read(String text, PolicyType type) {
    return PolicyReader.lenient().read(text, type);
  }

  /* Values and their order, without places. */
  private static String tree(String text) {
    JsonValue value = JsonReader.within(LINE).read(SourceText.of("", text)).value().orElseThrow();
    return Trees.describe(value);
  }

  @Test
  void refusals_are_listed() throws IOException {
    ImmutableList<Entry> entries = entries();
    int refused = 0;
    for (Entry entry : entries) {
      PolicyReading reading = PolicyReader.strict().examine(entry.source, entry.type);
      if (reading.document().isEmpty()) {
        refused++;
        String reasons =
            reading.problems().stream()
                .filter(problem -> problem.code().refuses())
                .map(problem -> "  [" + problem.code().id() + "] " + problem)
                .collect(joining("\n"));
        System.out.println(entry.type + " " + entry.source.name() + "\n" + reasons);
      }
    }
    System.out.println(refused + " of " + entries.size() + " refused");
    assertThat(refused).isLessThan(entries.size());
  }
}
