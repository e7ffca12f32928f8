package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import dev.postern.model.ActionName;
import dev.postern.model.ConditionKey;
import dev.postern.model.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Condition keys that one action sets, whatever else a statement names. */
final class KeysOfOneAction {
  // Read on first use and the same each time, so a race costs a second reading and nothing else.
  private static volatile @Nullable KeysOfOneAction bundled;

  private final ImmutableMap<ConditionKey, ActionName> actions;

  private KeysOfOneAction() {
    this.actions =
        FactTable.read("keys-of-one-action.tsv", 4).stream()
            .collect(
                toImmutableMap(
                    row -> new ConditionKey(row.get(0)), row -> ActionName.of(row.get(1))));
  }

  static KeysOfOneAction bundled() {
    KeysOfOneAction known = bundled;
    if (known == null) {
      known = new KeysOfOneAction();
      bundled = known;
    }
    return known;
  }

  /** The action that sets a key, where a statement does not speak of it. */
  Optional<ActionName> missing(ConditionKey key, Statement statement) {
    return Optional.ofNullable(actions.get(key))
        .filter(action -> !statement.action().value().covers(action));
  }
}
