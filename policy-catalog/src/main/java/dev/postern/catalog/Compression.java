package dev.postern.catalog;

import com.google.common.collect.ImmutableList;
import java.util.Collection;

final class Compression {
  static ImmutableList<String> compress(Collection<ActionDefinition> actions, Catalog catalog) {
    return actions.stream()
        .map(ActionDefinition::fullName)
        .collect(ImmutableList.toImmutableList());
  }
}
