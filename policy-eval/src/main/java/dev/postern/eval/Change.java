package dev.postern.eval;

import dev.postern.model.ConditionKey;

/** A single fact that, if it were otherwise, would give another verdict. */
public sealed interface Change {
  /** The verdict that would then be given. */
  Verdict verdict();

  /**
   * A condition key with a value.
   *
   * @param key one that is missing or unknown
   * @param value an example of what would change the verdict
   */
  record KeyHolds(ConditionKey key, ContextValue value, Verdict verdict) implements Change {}

  /**
   * A condition key that is not there.
   *
   * @param key one that is unknown
   */
  record KeyIsAbsent(ConditionKey key, Verdict verdict) implements Change {}

  /**
   * No {@code Deny} in policies of a type.
   *
   * @param layer the only type that denies
   */
  record LayerDoesNotDeny(Layer layer, Verdict verdict) implements Change {}

  /**
   * An {@code Allow} in policies of a type.
   *
   * @param layer the only type that lacks one
   */
  record LayerAllows(Layer layer, Verdict verdict) implements Change {}
}
