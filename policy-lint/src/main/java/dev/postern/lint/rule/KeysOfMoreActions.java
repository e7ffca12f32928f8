package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSetMultimap.toImmutableSetMultimap;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSetMultimap;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ConditionKey;
import java.util.function.Supplier;

/** Actions that have a condition key, although the page of their service does not say so. */
final class KeysOfMoreActions {
  private static final Supplier<KeysOfMoreActions> BUNDLED =
      Suppliers.memoize(KeysOfMoreActions::new);

  private final ImmutableSetMultimap<ConditionKey, String> actions =
      FactTable.read("keys-of-more-actions.tsv", 4).stream()
          .collect(toImmutableSetMultimap(row -> new ConditionKey(row.get(0)), row -> row.get(1)));

  private KeysOfMoreActions() {}

  static KeysOfMoreActions bundled() {
    return BUNDLED.get();
  }

  /** Whether requests for an action hold a key. */
  boolean has(ConditionKey key, ActionDefinition action) {
    return actions.containsEntry(key, action.fullName());
  }
}
