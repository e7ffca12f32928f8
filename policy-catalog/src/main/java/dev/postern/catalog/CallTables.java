package dev.postern.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.Optional;

/** What is known of calls that are not checked as the action of their own name. */
final class CallTables {
  private static final Lazy<CallTables> BUNDLED = Lazy.of(CallTables::new);
  private static final Splitter NAMES = Splitter.on(' ');

  private final ImmutableMap<String, String> prefixes;
  private final ImmutableList<Row> rows;
  private final ImmutableMap<String, Row> exact;
  private final ImmutableList<Row> openEnded;
  private final ImmutableSet<String> unchecked;

  /**
   * Calls and their actions.
   *
   * @param call the service and the operation in lower case, with a colon between; a star at the
   *     end stands for the rest of a name
   */
  record Row(String call, ImmutableList<String> always, ImmutableList<String> sometimes) {
    boolean isOpenEnded() {
      return call.endsWith("*");
    }

    boolean begins(String name) {
      return name.startsWith(call.substring(0, call.length() - 1));
    }
  }

  private CallTables() {
    this.prefixes =
        Table.read("event-sources.tsv", 4).stream()
            .collect(toImmutableMap(row -> row.get(0), row -> row.get(1)));
    this.rows =
        Table.read("operations.tsv", 6).stream()
            .map(
                row ->
                    new Row(call(row.get(0), row.get(1)), actions(row.get(2)), actions(row.get(3))))
            .collect(toImmutableList());
    this.exact =
        rows.stream()
            .filter(row -> !row.isOpenEnded())
            .collect(toImmutableMap(Row::call, row -> row));
    this.openEnded =
        rows.stream()
            .filter(Row::isOpenEnded)
            .sorted(Comparator.comparingInt((Row row) -> row.call().length()).reversed())
            .collect(toImmutableList());
    this.unchecked =
        Table.read("unchecked-calls.tsv", 4).stream()
            .map(row -> call(row.get(0), row.get(1)))
            .collect(toImmutableSet());
  }

  static CallTables bundled() {
    return BUNDLED.get();
  }

  private static String call(String service, String operation) {
    return service + ":" + Ascii.toLowerCase(operation);
  }

  private static ImmutableList<String> actions(String cell) {
    return cell.equals("-") ? ImmutableList.of() : ImmutableList.copyOf(NAMES.split(cell));
  }

  /** The prefix of the actions of an API that bears this name, in lower case. */
  String prefix(String api) {
    return prefixes.getOrDefault(api, api);
  }

  /** The prefixes that {@link #prefix} gives for other names. */
  ImmutableSet<String> renamedTo() {
    return ImmutableSet.copyOf(prefixes.values());
  }

  /** All rows on operations. */
  ImmutableList<Row> rows() {
    return rows;
  }

  /** The row of this very operation, or else the one that says most of its name. */
  Optional<Row> find(String service, String operation) {
    String call = call(service, operation);
    return Optional.ofNullable(exact.get(call))
        .or(() -> openEnded.stream().filter(row -> row.begins(call)).findFirst());
  }

  /** Whether no policy is asked about this. */
  boolean isUnchecked(String service, String operation) {
    return unchecked.contains(call(service, operation));
  }
}
