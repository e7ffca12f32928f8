package dev.postern.eval;

import com.google.common.collect.ImmutableList;

/**
 * What the request says of a condition key. Numbers and booleans are their text. AWS:
 * "Single-valued vs. multivalued context keys".
 */
public sealed interface ContextValue {
  /** One value. */
  record Single(String text) implements ContextValue {}

  /** Several values, none, or one that is known to be one of several. */
  record Many(ImmutableList<String> texts) implements ContextValue {}

  /** An explicit null. */
  record Null() implements ContextValue {}

  /**
   * Whoever asks does not know: any value, or none. The answer is then allowed or denied if it is
   * so whatever the value, and else depends on the key.
   */
  record Unknown() implements ContextValue {}

  /** The values as a list. */
  default ImmutableList<String> values() {
    if (this instanceof Single single) {
      return ImmutableList.of(single.text);
    }
    return this instanceof Many many ? many.texts : ImmutableList.of();
  }
}
