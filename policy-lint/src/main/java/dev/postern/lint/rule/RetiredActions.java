package dev.postern.lint.rule;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;
import java.util.Optional;
import java.util.function.Supplier;

/** Services and names that AWS once knew and that the catalog does not remember. */
final class RetiredActions {
  private static final Supplier<RetiredActions> BUNDLED = Suppliers.memoize(RetiredActions::read);

  private final ImmutableList<Row> rows;

  private RetiredActions(ImmutableList<Row> rows) {
    this.rows = rows;
  }

  /**
   * Some of them.
   *
   * @param actions what they are called
   * @param successor the actions that came in their place; empty if none did
   */
  record Row(ActionPattern actions, String successor) {
    private String service() {
      return actions.servicePattern();
    }

    /* Part of them is enough: the other names that a pattern matches never existed. */
    private boolean meets(ActionPattern pattern) {
      Glob mine = Glob.of(actions.namePattern());
      Glob other = Glob.of(pattern.namePattern());
      return service().equals(pattern.servicePattern())
          && (mine.covers(other) || other.covers(mine));
    }
  }

  static RetiredActions bundled() {
    return BUNDLED.get();
  }

  private static RetiredActions read() {
    return new RetiredActions(
        FactTable.read("retired-actions.tsv", 4).stream()
            .map(
                row ->
                    new Row(ActionPattern.of(row.get(0)), row.get(1).equals("-") ? "" : row.get(1)))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Those that a pattern speaks of. */
  Optional<Row> find(ActionPattern pattern) {
    return rows.stream().filter(row -> row.meets(pattern)).findFirst();
  }

  /** Whether all actions of a service are among them. */
  boolean hasService(String prefix) {
    return rows.stream()
        .anyMatch(row -> row.service().equals(prefix) && row.actions().namePattern().equals("*"));
  }
}
