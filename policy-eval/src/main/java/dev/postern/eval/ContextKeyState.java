package dev.postern.eval;

import com.google.common.collect.ImmutableList;

/**
 * What the context holds under one key.
 *
 * @param presence whether there is a value
 * @param multivalued whether the key may hold several values
 * @param values the values; an empty string is one
 */
record ContextKeyState(Presence presence, boolean multivalued, ImmutableList<String> values) {
  /** The key is not in the context. */
  static final ContextKeyState MISSING =
      new ContextKeyState(Presence.MISSING, false, ImmutableList.of());

  /** How a key is there. */
  enum Presence {
    MISSING,
    /**
     * Explicit null or an empty list: null for {@code Null} and the set operators, else missing.
     */
    EMPTY,
    /** Only empty strings: null for {@code Null} and the set operators, else a value. */
    BLANK,
    PRESENT
  }

  static ContextKeyState of(boolean multivalued, ImmutableList<String> values) {
    Presence presence =
        values.isEmpty()
            ? Presence.EMPTY
            : values.stream().allMatch(String::isEmpty) ? Presence.BLANK : Presence.PRESENT;
    return new ContextKeyState(presence, multivalued, values);
  }

  /** Missing or null, as {@code Null} and the set operators see it. */
  boolean isNull() {
    return presence != Presence.PRESENT;
  }

  /** Missing, as operators without set prefix see it. */
  boolean isMissing() {
    return presence == Presence.MISSING || presence == Presence.EMPTY;
  }
}
