package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSetMultimap.toImmutableSetMultimap;

import com.google.common.collect.ImmutableSetMultimap;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ConditionKey;
import org.jspecify.annotations.Nullable;

/** Actions that have a condition key, although the page of their service does not say so. */
final class KeysOfMoreActions {
  // Read on first use and the same each time, so a race costs a second reading and nothing else.
  private static volatile @Nullable KeysOfMoreActions bundled;

  private final ImmutableSetMultimap<ConditionKey, String> actions =
      FactTable.read("keys-of-more-actions.tsv", 4).stream()
          .collect(toImmutableSetMultimap(row -> new ConditionKey(row.get(0)), row -> row.get(1)));

  static KeysOfMoreActions bundled() {
    KeysOfMoreActions known = bundled;
    if (known == null) {
      known = new KeysOfMoreActions();
      bundled = known;
    }
    return known;
  }

  /** Whether requests for an action hold a key. */
  boolean has(ConditionKey key, ActionDefinition action) {
    return actions.containsEntry(key, action.fullName());
  }
}
