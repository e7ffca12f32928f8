package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;

/** {@code Action} or {@code NotAction}, made ready to match. AWS: the pages of the two elements. */
final class ActionMatcher {
  private final boolean negated;
  private final ImmutableList<Pattern> patterns;

  /** One pattern; a wildcard in the prefix is taken to match, as {@code ACT-3} says. */
  private record Pattern(
      String text, ActionPattern pattern, String service, boolean openPrefix, boolean any) {
    static Pattern of(ActionPattern pattern) {
      String service = pattern.servicePattern();
      boolean wild = service.indexOf('*') >= 0 || service.indexOf('?') >= 0;
      return new Pattern(
          pattern.text(), pattern, service, wild && !pattern.isAny(), pattern.isAny());
    }

    Truth matches(ActionName action) {
      if (any) {
        return Truth.HOLDS;
      }
      if (openPrefix) {
        return pattern.matches(action)
            ? Truth.open(Unspecified.U27, Truth.Taken.HOLDS)
            : Truth.FAILS;
      }
      // Most patterns are of another service, which is seen at once.
      return Truth.of(service.equals(action.service()) && pattern.matches(action));
    }
  }

  private ActionMatcher(boolean negated, ImmutableList<Pattern> patterns) {
    this.negated = negated;
    this.patterns = patterns;
  }

  static ActionMatcher of(ActionElement element) {
    return new ActionMatcher(
        element instanceof ActionElement.NotAction,
        element.patterns().stream()
            .map(pattern -> Pattern.of(pattern.value()))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Whether it speaks of every action whatever the request. */
  boolean isEverything() {
    return !negated && patterns.stream().anyMatch(pattern -> pattern.any);
  }

  /** Whether the element speaks of the action. */
  Truth matches(ActionName action) {
    if (negated && patterns.isEmpty()) {
      return Truth.open(Unspecified.U28);
    }
    Truth listed = Truth.FAILS;
    for (Pattern pattern : patterns) {
      listed = listed.or(pattern.matches(action));
    }
    return negated ? listed.not() : listed;
  }

  /** The same as {@link #matches}, with its reason. */
  ElementOutcome explain(ActionName action) {
    Truth truth = matches(action);
    if (!negated) {
      return truth.certainlyFails()
          ? ElementOutcome.missed(MissReason.ACTION_NOT_LISTED, "")
          : ElementOutcome.matched(truth, by(action));
    }
    if (truth.certainlyFails()) {
      return ElementOutcome.missed(MissReason.ACTION_EXCLUDED, by(action));
    }
    ElementOutcome matched = ElementOutcome.matched(truth, patterns.isEmpty() ? "" : "NotAction");
    return truth.isCertain() ? matched : matched.orElse(MissReason.ACTION_EXCLUDED);
  }

  /* A pattern that matches for certain rather than one that does by a reading. */
  private String by(ActionName action) {
    String by = "";
    for (Pattern pattern : patterns) {
      Truth one = pattern.matches(action);
      if (one.certainlyHolds()) {
        return pattern.text;
      }
      by = one.certainlyFails() ? by : pattern.text;
    }
    return by;
  }
}
