package dev.postern.catalog;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

final class GlobalKeys {
  static GlobalKeys bundled() {
    return new GlobalKeys();
  }

  ImmutableList<GlobalKey> all() {
    return ImmutableList.of();
  }

  ImmutableList<ConditionKeyDefinition> sessionKeys() {
    return ImmutableList.of();
  }

  Optional<ConditionKeyDefinition> find(String key) {
    return Optional.empty();
  }

  boolean goesWithEveryAction(String key) {
    return false;
  }
}
