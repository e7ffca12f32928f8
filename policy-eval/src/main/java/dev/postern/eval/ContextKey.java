package dev.postern.eval;

import dev.postern.model.ConditionKey;
import org.jspecify.annotations.Nullable;

/**
 * A condition key as a compiled statement asks for it: its name is folded, and what it follows from
 * is found, once and not per request.
 *
 * @param key as the policy spells it
 * @param folded its name in lower case
 * @param implied the implied key of that name, where there is one
 * @param multivalued whether keys of that name are known to hold several values
 * @param hash the hash of its name
 */
record ContextKey(
    ConditionKey key, String folded, @Nullable ImpliedKey implied, boolean multivalued, int hash) {
  static ContextKey of(ConditionKey key) {
    String folded = key.folded().intern();
    return new ContextKey(
        key, folded, ImpliedKey.named(folded), KeyFacts.isMultivalued(folded), folded.hashCode());
  }

  /** The key of a name that the law itself asks for. */
  static ContextKey named(String name) {
    return of(new ConditionKey(name));
  }

  /** Whether it asks for the time of the request. */
  boolean isTime() {
    return implied != null && implied.isTime();
  }
}
