package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import dev.postern.model.ActionName;
import dev.postern.model.ConditionKey;
import dev.postern.model.Statement;
import java.util.Optional;
import java.util.function.Supplier;

/** Condition keys that one action sets, whatever else a statement names. */
final class KeysOfOneAction {
  private static final Supplier<KeysOfOneAction> BUNDLED = Suppliers.memoize(KeysOfOneAction::new);

  private final ImmutableMap<ConditionKey, ActionName> actions;

  private KeysOfOneAction() {
    this.actions =
        FactTable.read("keys-of-one-action.tsv", 4).stream()
            .collect(
                toImmutableMap(
                    row -> new ConditionKey(row.get(0)), row -> ActionName.of(row.get(1))));
  }

  static KeysOfOneAction bundled() {
    return BUNDLED.get();
  }

  /** The action that sets a key, where a statement does not speak of it. */
  Optional<ActionName> missing(ConditionKey key, Statement statement) {
    return Optional.ofNullable(actions.get(key))
        .filter(action -> !statement.action().value().covers(action));
  }
}
