package dev.postern.examples.sarif;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMultiset;
import com.google.common.collect.Maps;
import com.google.common.collect.Multiset;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonNumber;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads SARIF as {@code postern lint --format sarif} writes it, counts the findings of each rule,
 * and tells those that an earlier report does not have.
 */
public final class SarifDigest {
  private SarifDigest() {}

  // README: sarif
  /** A finding: its rule, where it is, and what stays the same when lines above it move. */
  record Finding(String rule, String place, String fingerprint) {
    static Finding of(JsonValue result) {
      JsonValue place = get(first(get(result, "locations")), "physicalLocation");
      return new Finding(
          text(get(result, "ruleId")),
          text(get(get(place, "artifactLocation"), "uri"))
              + ":"
              + text(get(get(place, "region"), "startLine")),
          text(get(get(result, "partialFingerprints"), "postern/v1")));
    }

    static boolean isOpen(JsonValue result) {
      return !(result instanceof JsonObject object) || object.get("suppressions").isEmpty();
    }
  }

  /** The findings of a report that nobody lives with already, by their fingerprints. */
  static ImmutableMap<String, Finding> findings(Path report) throws IOException {
    JsonValue sarif =
        JsonReader.within(ReadLimits.SCENARIOS)
            .read(SourceText.of(report.toString(), Files.readString(report)))
            .value()
            .orElseThrow(() -> new IOException(report + " is not JSON"));
    return elements(get(sarif, "runs"))
        .flatMap(run -> elements(get(run, "results")))
        .filter(Finding::isOpen)
        .map(Finding::of)
        .collect(
            ImmutableMap.toImmutableMap(Finding::fingerprint, finding -> finding, (a, b) -> a));
  }

  /**
   * Prints what there is and what is new.
   *
   * @return 1 if something is, else 0
   */
  static int run(PrintStream out, Path now, Path before) throws IOException {
    ImmutableMap<String, Finding> findings = findings(now);
    ImmutableSortedMultiset<String> rules =
        findings.values().stream()
            .map(Finding::rule)
            .collect(ImmutableSortedMultiset.toImmutableSortedMultiset(String::compareTo));
    for (Multiset.Entry<String> rule : rules.entrySet()) {
      out.println(rule.getCount() + " " + rule.getElement());
    }
    Collection<Finding> fresh =
        Maps.difference(findings, findings(before)).entriesOnlyOnLeft().values();
    fresh.forEach(finding -> out.println("new: " + finding.place() + " " + finding.rule()));
    return fresh.isEmpty() ? 0 : 1;
  }

  // README: end

  private static JsonValue get(JsonValue value, String name) {
    if (value instanceof JsonObject object && object.get(name).isPresent()) {
      return object.get(name).get();
    }
    throw new IllegalArgumentException(value.span() + ": no `" + name + "`");
  }

  private static JsonValue first(JsonValue value) {
    return elements(value)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(value.span() + ": nothing in it"));
  }

  private static Stream<JsonValue> elements(JsonValue value) {
    return value instanceof JsonArray array ? array.elements().stream() : Stream.of();
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.text();
    }
    return value instanceof JsonNumber number ? number.literal() : value.describe();
  }

  /** Takes the report, and the earlier one. */
  public static void main(String[] args) throws IOException {
    List<Path> reports = Stream.of(args).map(Path::of).toList();
    System.exit(run(System.out, reports.get(0), reports.get(1)));
  }
}
