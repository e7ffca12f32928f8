package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;

/** An action. Types, keys and dependents are sorted by name; dependents are full names. */
record ActionFact(
    String name,
    Level level,
    ImmutableList<TypeUse> types,
    ImmutableList<String> keys,
    ImmutableList<String> dependents) {

  /** The action with the actions that its caller needs besides. */
  ActionFact needing(ImmutableList<String> others) {
    return new ActionFact(name, level, types, keys, others);
  }

  /** What the action goes with: everything but its name and level. */
  ActionFact relations() {
    return new ActionFact("", Level.LIST, types, keys, dependents);
  }
}
