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
    // What stands alike at the ends of both is passed character by character: that is most of an
    // ARN.
    int most = Math.min(steps.size(), others.steps.size());
    int head = 0;
    while (head < most && areSingle(steps.get(head), others.steps.get(head))) {
      if (!steps.get(head).meets(others.steps.get(head))) {
        return false;
      }
      head++;
    }
    int tail = 0;
    while (tail < most - head && areSingle(fromEnd(tail), others.fromEnd(tail))) {
      if (!fromEnd(tail).meets(others.fromEnd(tail))) {
        return false;
      }
      tail++;
    }
    Steps rest = within(head, tail);
    Steps othersRest = others.within(head, tail);
    return rest.isAnyRun() || othersRest.isAnyRun() || rest.meetsAlong(othersRest);
  }

  private static boolean areSingle(Step one, Step other) {
    return !one.repeats() && !other.repeats();
  }

  private Step fromEnd(int distance) {
    return steps.get(steps.size() - 1 - distance);
  }

  private Steps within(int head, int tail) {
    return new Steps(steps.subList(head, steps.size() - tail));
  }

  /* Every text goes through, and there is one that goes through any steps. */
  private boolean isAnyRun() {
    return steps.size() == 1 && steps.get(0).equals(Step.ANY_RUN);
  }

  private boolean meetsAlong(Steps others) {
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
