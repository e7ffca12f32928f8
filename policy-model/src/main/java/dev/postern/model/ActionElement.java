package dev.postern.model;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;

/** The actions a statement speaks of: {@code Action} or {@code NotAction}, never both. */
public sealed interface ActionElement {
  /** The patterns as they were written. */
  ImmutableList<Located<ActionPattern>> patterns();

  /**
   * Whether the statement speaks of {@code action}. An empty list speaks of nothing; for an empty
   * {@code NotAction} AWS does not say, and the evaluator decides it by the statement's effect.
   */
  boolean covers(ActionName action);

  /* Asked for hundreds of actions of each statement, so without a stream. */
  private static boolean anyMatches(
      ImmutableList<Located<ActionPattern>> patterns, ActionName action) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).value().matches(action)) {
        return true;
      }
    }
    return false;
  }

  /** {@code Action}: any of the patterns. AWS: "IAM JSON policy elements: Action". */
  record Action(ImmutableList<Located<ActionPattern>> patterns) implements ActionElement {
    @Override
    public boolean covers(ActionName action) {
      return anyMatches(patterns, action);
    }
  }

  /**
   * {@code NotAction}: none of the patterns, and so every other action of every service. AWS: "IAM
   * JSON policy elements: NotAction".
   */
  record NotAction(ImmutableList<Located<ActionPattern>> patterns) implements ActionElement {
    @Override
    public boolean covers(ActionName action) {
      return !anyMatches(patterns, action);
    }
  }
}
