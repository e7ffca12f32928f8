package dev.postern.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Optional;

/**
 * The keys that no service lists for its own actions alone: those of all requests, and those that
 * tell of the caller's session wherever it goes.
 */
final class GlobalKeys {
  private static final Lazy<GlobalKeys> BUNDLED = Lazy.of(GlobalKeys::new);

  private final ImmutableList<GlobalKey> all;
  private final ImmutableList<ConditionKeyDefinition> sessionKeys;
  private final KeyTable global;
  private final KeyTable everywhere;

  private GlobalKeys() {
    this.all =
        Table.read("global-keys.tsv", 7).stream()
            .map(row -> new GlobalKey(key(row), isYes(row.get(3)), isYes(row.get(4))))
            .collect(toImmutableList());
    this.sessionKeys =
        Table.read("cross-service-keys.tsv", 5).stream()
            .map(GlobalKeys::key)
            .collect(toImmutableList());
    this.global = KeyTable.of(Iterables.transform(all, GlobalKey::definition));
    this.everywhere =
        KeyTable.of(
            Iterables.concat(
                Iterables.transform(
                    Iterables.filter(all, GlobalKey::goesWithEveryAction), GlobalKey::definition),
                sessionKeys));
  }

  static GlobalKeys bundled() {
    return BUNDLED.get();
  }

  private static ConditionKeyDefinition key(ImmutableList<String> row) {
    ValueType type =
        ValueType.parse(row.get(1))
            .orElseThrow(
                () -> new CatalogException("`" + row.get(1) + "` is not a type of " + row.get(0)));
    return new ConditionKeyDefinition(row.get(0), type, isYes(row.get(2)));
  }

  private static boolean isYes(String cell) {
    return cell.equals("yes");
  }

  /** The keys of all requests, by name. */
  ImmutableList<GlobalKey> all() {
    return all;
  }

  /**
   * The keys of sessions, by name. Most are also listed by the service that sets them; those of a
   * provider of identities that one registers oneself are listed by none.
   */
  ImmutableList<ConditionKeyDefinition> sessionKeys() {
    return sessionKeys;
  }

  /** The key of all requests that this is, or is an example of. */
  Optional<ConditionKeyDefinition> find(String key) {
    return global.find(key);
  }

  /** Whether a key may go with any action: one of all requests, or of sessions. */
  boolean goesWithEveryAction(String key) {
    return everywhere.find(key).isPresent();
  }
}
