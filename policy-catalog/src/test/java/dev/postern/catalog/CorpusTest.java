package dev.postern.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.Statement;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.JsonValue.JsonString;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Asks the catalog about real policies and events in the folder that the system property {@code
 * postern.corpus} names, and prints what it does not know. Without the property it is skipped.
 */
final class CorpusTest {
  private static final ReadLimits LINE = new ReadLimits(1 << 24, 64, 1 << 24, 1_000_000);
  private static final Catalog CATALOG = Catalog.bundled();

  private static List<String> lines(String file) throws IOException {
    String folder = System.getProperty("postern.corpus", "");
    Assumptions.assumeFalse(
        folder.isEmpty(), "no corpus: give its folder with -Dpostern.corpus=FOLDER");
    return Files.readAllLines(Path.of(folder, file));
  }

  private static JsonObject object(String line) {
    return (JsonObject) JsonReader.within(LINE).read(SourceText.of("", line)).value().orElseThrow();
  }

  private static String text(JsonObject object, String member) {
    return ((JsonString) object.get(member).orElseThrow()).text();
  }

  /* An independent list, a month older. */
  @Test
  void patterns_expand_as_another_list_has_them() throws IOException {
    Set<String> missing = new TreeSet<>();
    int same = 0;
    for (String line : lines("knowledge/wildcard-expansion-2026-08.jsonl")) {
      JsonObject row = object(line);
      String pattern = text(row, "pattern");
      Set<String> expected =
          ((JsonArray) row.get("actions").orElseThrow())
              .elements().stream()
                  .map(element -> ((JsonString) element).text())
                  .collect(toCollection(TreeSet::new));
      Set<String> found =
          CATALOG.expand(pattern).stream()
              .map(ActionDefinition::name)
              .collect(toCollection(TreeSet::new));
      same += found.equals(expected) ? 1 : 0;
      String service = pattern.substring(0, pattern.indexOf(':'));
      Sets.difference(expected, found).forEach(name -> missing.add(service + ":" + name));
    }
    System.out.println(same + " patterns expand to the same; not in the catalog: " + missing);

    assertThat(same).isGreaterThanOrEqualTo(945);
    assertThat(missing).hasSizeLessThanOrEqualTo(11);
    assertThat(missing)
        .allMatch(name -> name.startsWith("quicksight:") || name.startsWith("glue:"));
  }

  private static ImmutableList<Statement> managedStatements() throws IOException {
    ImmutableList.Builder<Statement> statements = ImmutableList.builder();
    for (String line : lines("managed-policies.jsonl")) {
      JsonObject row = object(line);
      PolicyDocument document =
          PolicyReader.lenient()
              .read(
                  SourceText.of(text(row, "name"), row.get("document").orElseThrow().span().text()),
                  PolicyType.IDENTITY);
      document.statementList().stream().map(Located::value).forEach(statements::add);
    }
    return statements.build();
  }

  @Test
  void managed_policies_name_actions_that_exist() throws IOException {
    Set<String> named =
        managedStatements().stream()
            .map(statement -> statement.action().value())
            .flatMap(CorpusTest::patterns)
            .map(ActionPattern::text)
            .collect(toCollection(TreeSet::new));
    Set<String> unknown =
        named.stream()
            .filter(pattern -> !CATALOG.matchesAny(pattern))
            .collect(toCollection(TreeSet::new));
    Map<String, Set<String>> byReason =
        unknown.stream()
            .collect(groupingBy(CorpusTest::reason, TreeMap::new, toCollection(TreeSet::new)));
    System.out.println(named.size() + " action strings, " + unknown.size() + " unknown:");
    byReason.forEach(
        (reason, patterns) ->
            System.out.println("  " + patterns.size() + " " + reason + ": " + patterns));

    assertThat(unknown).hasSizeLessThanOrEqualTo(139);
  }

  private static Stream<ActionPattern> patterns(ActionElement element) {
    return element.patterns().stream().map(Located::value);
  }

  private static String reason(String pattern) {
    if (CATALOG.retiredAction(pattern).isPresent()) {
      return "retired";
    }
    String prefix = pattern.substring(0, pattern.indexOf(':'));
    if (CATALOG.service(prefix).isEmpty()) {
      return "service without actions on AWS's pages";
    }
    if (pattern.contains("*")) {
      return "pattern that matches nothing any more";
    }
    return CATALOG.suggest(pattern).isEmpty()
        ? "action not on AWS's pages"
        : "action not on AWS's pages, with a name near it";
  }

  @Test
  void managed_policies_name_keys_that_exist() throws IOException {
    Set<String> unknown =
        managedStatements().stream()
            .flatMap(statement -> statement.condition().value().conditions().stream())
            .map(condition -> condition.key().value().text())
            .filter(key -> CATALOG.conditionKey(key).isEmpty())
            .collect(toCollection(TreeSet::new));
    System.out.println("condition keys that are not in the catalog: " + unknown);

    assertThat(unknown).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void events_have_the_actions_that_a_person_found() throws IOException {
    ImmutableSet.Builder<String> wrong = ImmutableSet.builder();
    for (String line : lines("knowledge/cloudtrail-events-expected.tsv")) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> cells = Splitter.on('\t').splitToList(line);
      CallAuthorization found = CATALOG.actionForEvent(cells.get(0), cells.get(1), "AwsApiCall");
      if (!describe(found).equals(cells.get(2))) {
        wrong.add(line + " but was " + describe(found));
      }
    }

    assertThat(wrong.build()).isEmpty();
  }

  private static String describe(CallAuthorization found) {
    if (found instanceof CallAuthorization.Checked checked) {
      return String.join(" ", checked.always().stream().map(ActionDefinition::fullName).toList());
    }
    return found instanceof CallAuthorization.Unchecked ? "-" : "?";
  }
}
