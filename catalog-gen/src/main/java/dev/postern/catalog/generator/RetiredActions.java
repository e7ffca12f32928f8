package dev.postern.catalog.generator;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Actions that once existed, with the date of the last catalog that had them. What is gone today is
 * kept for good, so that it is never taken for a misspelling; what comes back is taken out.
 */
record RetiredActions(ImmutableSortedMap<String, LocalDate> lastSeen) {
  /** Its file, beside the catalog. */
  static final String FILE = "retired.tsv";

  private static final String HEAD =
      """
      # Actions that AWS's pages once listed and list no longer.
      # action	last seen
      """;

  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
  private static final Splitter CELLS = Splitter.on('\t');

  /** Of no action. */
  static RetiredActions none() {
    return new RetiredActions(ImmutableSortedMap.<String, LocalDate>orderedBy(Names.ORDER).build());
  }

  static RetiredActions parse(String text) {
    ImmutableSortedMap.Builder<String, LocalDate> rows = ImmutableSortedMap.orderedBy(Names.ORDER);
    for (String line : LINES.split(text)) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> cells = CELLS.splitToList(line);
      if (cells.size() != 2) {
        throw new RefusedException(FILE + ": `" + line + "`; expected an action, a tab, a date");
      }
      try {
        rows.put(cells.get(0), LocalDate.parse(cells.get(1)));
      } catch (DateTimeException e) {
        throw new RefusedException(FILE + ": `" + cells.get(1) + "`; expected a date");
      }
    }
    return new RetiredActions(rows.buildOrThrow());
  }

  /** With these actions, seen on a date, unless they were seen later. */
  RetiredActions seen(Iterable<String> actions, LocalDate date) {
    SortedMap<String, LocalDate> all = new TreeMap<>(lastSeen);
    for (String action : actions) {
      all.merge(action, date, (one, other) -> one.isBefore(other) ? other : one);
    }
    return new RetiredActions(ImmutableSortedMap.copyOfSorted(all));
  }

  /** Without those that exist. */
  RetiredActions without(ImmutableMap<String, String> existing) {
    ImmutableSortedMap.Builder<String, LocalDate> gone = ImmutableSortedMap.orderedBy(Names.ORDER);
    lastSeen.forEach(
        (action, date) -> {
          if (!existing.containsKey(Names.fold(action))) {
            gone.put(action, date);
          }
        });
    return new RetiredActions(gone.buildOrThrow());
  }

  /** As the file says it. */
  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    lastSeen.forEach((action, date) -> text.append(action).append('\t').append(date).append('\n'));
    return text.toString();
  }
}
