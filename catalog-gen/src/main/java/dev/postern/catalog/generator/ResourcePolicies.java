package dev.postern.catalog.generator;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;

/** The hand-kept table of services whose resources have policies. */
final class ResourcePolicies {
  /** Its file, beside the catalog. */
  static final String FILE = "resource-policies.tsv";

  // service, answer, writing actions, source, date
  private static final int COLUMNS = 5;
  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
  private static final Splitter CELLS = Splitter.on('\t');
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private final ImmutableSortedMap<String, Row> rows;

  private ResourcePolicies(ImmutableSortedMap<String, Row> rows) {
    this.rows = rows;
  }

  private record Row(PolicySupport support, ImmutableList<String> actions) {}

  static ResourcePolicies parse(String text) {
    ImmutableSortedMap.Builder<String, Row> rows = ImmutableSortedMap.naturalOrder();
    for (String line : LINES.split(text)) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> cells = CELLS.splitToList(line);
      if (cells.size() != COLUMNS) {
        throw new RefusedException(
            FILE + ": `" + line + "`: " + cells.size() + " cells; expected " + COLUMNS);
      }
      rows.put(
          cells.get(0),
          new Row(answer(cells.get(1)), ImmutableList.copyOf(WORDS.split(cells.get(2)))));
    }
    return new ResourcePolicies(rows.buildOrThrow());
  }

  private static PolicySupport answer(String answer) {
    return switch (answer) {
      case "yes" -> PolicySupport.YES;
      case "shared" -> PolicySupport.SHARED;
      default ->
          throw new RefusedException(FILE + ": answer `" + answer + "`; expected yes or shared");
    };
  }

  /** What the table says of a service; no for one that it does not name. */
  PolicySupport support(String prefix) {
    Row row = rows.get(prefix);
    return row == null ? PolicySupport.NO : row.support;
  }

  /** Refuses a catalog that lacks a service of the table, or an action that writes policies. */
  void check(CatalogFacts catalog) {
    ImmutableSet<String> services =
        catalog.services().stream()
            .map(ServiceFacts::prefix)
            .collect(ImmutableSet.toImmutableSet());
    ImmutableMap<String, String> names = catalog.spellings();
    List<String> problems = new ArrayList<>();
    rows.forEach(
        (service, row) -> {
          if (!services.contains(service)) {
            problems.add(FILE + ": service `" + service + "`; expected one of the catalog");
          }
          for (String action : row.actions) {
            if (!names.containsValue(action)) {
              problems.add(FILE + ": action `" + action + "`; expected one of the catalog");
            }
          }
        });
    if (!problems.isEmpty()) {
      throw RefusedException.all(ImmutableList.copyOf(problems));
    }
  }

  /** Of these actions, those that look as if they wrote policies of a service not in the table. */
  ImmutableList<String> candidates(Iterable<String> actions) {
    ImmutableList.Builder<String> found = ImmutableList.builder();
    for (String action : actions) {
      int colon = action.indexOf(':');
      if (!rows.containsKey(action.substring(0, colon))
          && looksLikeWriting(action.substring(colon + 1))) {
        found.add(action);
      }
    }
    return found.build();
  }

  private static boolean looksLikeWriting(String name) {
    return (name.startsWith("Put") && name.endsWith("Policy"))
        || name.endsWith("ResourcePolicy")
        || name.equals("AddPermission");
  }
}
