package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionOperator;

/**
 * How one condition came out.
 *
 * @param condition the condition as it was written
 * @param state what the request held under its key
 * @param truth whether it holds
 * @param requestValues the values of the request
 * @param resolvedValues the policy's values with their variables replaced; those that hold a
 *     variable without value are left out
 * @param unreadable the policy's values that are not of the operator's kind and match nothing
 * @param withoutValue the variables that had no value
 */
public record ConditionOutcome(
    Condition condition,
    State state,
    Truth truth,
    ImmutableList<String> requestValues,
    ImmutableList<String> resolvedValues,
    ImmutableList<String> unreadable,
    ImmutableList<ConditionKey> withoutValue) {

  /** What the request holds under the key. */
  public enum State {
    /** At least one value that is not empty. */
    PRESENT("present"),
    /** Nothing. */
    MISSING("missing"),
    /** An explicit null, an empty list, or only empty strings. */
    NULL("null"),
    /** A value that is not of the operator's kind. */
    WRONG_TYPE("wrongType"),
    /** What the request does not know. */
    UNKNOWN("unknown");

    private final String text;

    State(String text) {
      this.text = text;
    }

    /** As the decision record spells it. */
    public String text() {
      return text;
    }
  }

  /**
   * Whether it may hold although the request does not have the key: a negated operator, {@code
   * IfExists} or {@code ForAllValues}.
   */
  public boolean byAbsence() {
    boolean absent = state == State.MISSING || state == State.NULL;
    return absent && !asksForPresence() && !truth.certainlyFails();
  }

  /** Whether the condition is about the key's presence itself: {@code Null}. */
  boolean asksForPresence() {
    return condition.operator().value() instanceof ConditionOperator.Known known
        && known.base() == BaseOperator.NULL;
  }
}
