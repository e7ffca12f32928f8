package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.ConditionKey;
import java.util.Optional;
import java.util.function.Supplier;

/** Condition keys that AWS sets, or once did, and does not list on its pages. */
final class KeysBesideCatalog {
  private static final Supplier<KeysBesideCatalog> BUNDLED =
      Suppliers.memoize(KeysBesideCatalog::new);

  private final ImmutableMap<ConditionKey, ImmutableList<String>> rows;

  private KeysBesideCatalog() {
    this.rows =
        FactTable.read("keys-beside-catalog.tsv", 5).stream()
            .collect(toImmutableMap(row -> new ConditionKey(row.get(0)), row -> row));
  }

  static KeysBesideCatalog bundled() {
    return BUNDLED.get();
  }

  /** Whether it is one of them. */
  boolean has(ConditionKey key) {
    return rows.containsKey(key);
  }

  /** The name that a key has today, if it was renamed. */
  Optional<String> successor(ConditionKey key) {
    return Optional.ofNullable(rows.get(key))
        .filter(row -> row.get(1).equals("renamed"))
        .map(row -> row.get(2));
  }
}
