package dev.postern.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyWriter;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Policies that people use. Those that AWS manages, a JSON object a line with the policy as its
 * {@code document}, are not part of this repository; the system property {@code postern.corpus}
 * names their folder, and {@code postern.examples} that of the examples.
 */
final class Corpus {
  private static final String PROPERTY = "postern.corpus";
  private static final String EXAMPLES = "postern.examples";
  private static final String FILE = "managed-policies.jsonl";

  private Corpus() {}

  /** Every managed policy as text, written anew in one layout. */
  static ImmutableList<String> managedPolicies(PolicyWriter layout) throws IOException {
    Path file = Path.of(System.getProperty(PROPERTY, "")).resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          "no `" + FILE + "`: name its folder with -D" + PROPERTY + "=FOLDER");
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(Corpus::document)
          .map(text -> PolicyReader.lenient().read(text, PolicyType.IDENTITY))
          .map(layout::write)
          .collect(ImmutableList.toImmutableList());
    }
  }

  /** Every example, as it stands in its file. */
  static ImmutableList<String> examples() throws IOException {
    String folder = System.getProperty(EXAMPLES, "");
    if (folder.isEmpty()) {
      throw new IllegalStateException("no examples: name their folder with -D" + EXAMPLES);
    }
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts.build();
  }

  private static String document(String line) {
    JsonValue value =
        JsonReader.within(ReadLimits.SCENARIOS)
            .read(SourceText.of(FILE, line))
            .value()
            .orElseThrow();
    return ((JsonObject) value).get("document").orElseThrow().span().text();
  }
}
