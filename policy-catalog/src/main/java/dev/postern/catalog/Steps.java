package dev.postern.catalog;

import com.google.common.collect.ImmutableList;

/**
 * All texts that go through some steps, one after the other.
 *
 * @param steps in their order
 */
record Steps(ImmutableList<Step> steps) {

  /** Whether some text goes through these and through others; in the time of both multiplied. */
  boolean meets(Steps others) {
    // Along both at once: some text goes through the first i of these, where at[i] is true, and
    // through those of the others that are behind us.
    boolean[] at = new boolean[steps.size() + 1];
    at[0] = true;
    skip(at);
    for (Step other : others.steps) {
      if (other.repeats()) {
        repeat(other, at);
      } else if (!advance(other, at)) {
        return false;
      }
    }
    return at[steps.size()];
  }

  /* A step that repeats may be taken no time. */
  private void skip(boolean[] at) {
    for (int i = 0; i < steps.size(); i++) {
      at[i + 1] |= at[i] && steps.get(i).repeats();
    }
  }

  private void repeat(Step other, boolean[] at) {
    for (int i = 0; i < steps.size(); i++) {
      at[i + 1] |= at[i] && (steps.get(i).repeats() || steps.get(i).meets(other));
    }
  }

  /* From the end, so that what is read is still what was. False if it leads nowhere. */
  private boolean advance(Step other, boolean[] at) {
    boolean somewhere = false;
    for (int i = steps.size(); i >= 0; i--) {
      boolean stays = i < steps.size() && at[i] && goes(i, other, true);
      at[i] = stays || (i > 0 && at[i - 1] && goes(i - 1, other, false));
      somewhere |= at[i];
    }
    skip(at);
    return somewhere;
  }

  private boolean goes(int i, Step other, boolean repeats) {
    return steps.get(i).repeats() == repeats && steps.get(i).meets(other);
  }
}
