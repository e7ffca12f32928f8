package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import java.time.Instant;

/**
 * What the context holds under one key.
 *
 * @param presence whether there is a value
 * @param multivalued whether the key may hold several values
 * @param values the values; an empty string is one
 */
record ContextKeyState(Presence presence, boolean multivalued, ImmutableList<RequestValue> values) {
  /** The key is not in the context. */
  static final ContextKeyState MISSING =
      new ContextKeyState(Presence.MISSING, false, ImmutableList.of());

  /** The request does not know what the key holds, nor whether it is there. */
  static final ContextKeyState UNKNOWN =
      new ContextKeyState(Presence.UNKNOWN, false, ImmutableList.of());

  /** How a key is there. */
  enum Presence {
    MISSING,
    /**
     * Explicit null or an empty list: null for {@code Null} and the set operators, else missing.
     */
    EMPTY,
    /** Only empty strings: null for {@code Null} and the set operators, else a value. */
    BLANK,
    PRESENT,
    UNKNOWN
  }

  static ContextKeyState of(boolean multivalued, ImmutableList<String> texts) {
    Presence presence = texts.isEmpty() ? Presence.EMPTY : Presence.BLANK;
    ImmutableList.Builder<RequestValue> values =
        ImmutableList.builderWithExpectedSize(texts.size());
    for (String text : texts) {
      presence = text.isEmpty() ? presence : Presence.PRESENT;
      values.add(new RequestValue(text));
    }
    return new ContextKeyState(presence, multivalued, values.build());
  }

  /** One value of a key that holds one. */
  static ContextKeyState single(String text) {
    Presence presence = text.isEmpty() ? Presence.BLANK : Presence.PRESENT;
    return new ContextKeyState(presence, false, ImmutableList.of(new RequestValue(text)));
  }

  /** The moment of the request. */
  static ContextKeyState moment(Instant moment, String text) {
    return new ContextKeyState(
        Presence.PRESENT, false, ImmutableList.of(RequestValue.of(moment, text)));
  }

  /** Missing or null, as {@code Null} and the set operators see it. */
  boolean isNull() {
    return presence != Presence.PRESENT;
  }

  /** Missing, as operators without set prefix see it. */
  boolean isMissing() {
    return presence == Presence.MISSING || presence == Presence.EMPTY;
  }

  boolean isUnknown() {
    return presence == Presence.UNKNOWN;
  }

  /** The values as the request spells them. */
  ImmutableList<String> texts() {
    return values.stream().map(RequestValue::text).collect(ImmutableList.toImmutableList());
  }
}
