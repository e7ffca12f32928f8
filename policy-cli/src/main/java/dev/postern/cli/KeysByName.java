package dev.postern.cli;

import com.google.common.collect.ImmutableSortedSet;
import dev.postern.catalog.ActionResource;
import dev.postern.catalog.ConditionKeyDefinition;
import java.util.Comparator;

/** Condition keys in the order in which people look for them, each once. */
final class KeysByName {
  private static final Comparator<ConditionKeyDefinition> BY_NAME =
      Comparator.comparing(ConditionKeyDefinition::name, String.CASE_INSENSITIVE_ORDER);

  private KeysByName() {}

  static ImmutableSortedSet<ConditionKeyDefinition> of(Iterable<ConditionKeyDefinition> keys) {
    return ImmutableSortedSet.copyOf(BY_NAME, keys);
  }

  /** Those that an action has on a type of resource only, and the type's own. */
  static ImmutableSortedSet<ConditionKeyDefinition> of(ActionResource resource) {
    return ImmutableSortedSet.orderedBy(BY_NAME)
        .addAll(resource.conditionKeys())
        .addAll(resource.type().conditionKeys())
        .build();
  }
}
