package dev.postern.lint.rule;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.ConditionKey;
import java.util.Optional;

/** The condition keys of which it is known that they confine a request to nobody and no place. */
final class UnconfiningKeys {
  private static final class Table {
    private static final ImmutableMap<String, String> WHY = read();

    private static ImmutableMap<String, String> read() {
      ImmutableMap.Builder<String, String> why = ImmutableMap.builder();
      for (ImmutableList<String> row : FactTable.read("unconfining-keys.tsv", 4)) {
        why.put(Ascii.toLowerCase(row.get(0)), row.get(1));
      }
      return why.buildOrThrow();
    }
  }

  private UnconfiningKeys() {}

  /** Why a test of a key confines nothing; nothing where that is not known. */
  static Optional<String> why(ConditionKey key) {
    String name = key.folded();
    int family = name.indexOf('/') < 0 ? name.lastIndexOf(':') : name.indexOf('/');
    return Optional.ofNullable(Table.WHY.get(name))
        .or(() -> Optional.ofNullable(Table.WHY.get(name.substring(0, family + 1) + "*")));
  }
}
