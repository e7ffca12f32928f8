package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;

/** {@code Action} or {@code NotAction}, made ready to match. AWS: the pages of the two elements. */
final class ActionMatcher {
  private final boolean negated;
  private final ImmutableList<Pattern> patterns;

  /** One pattern; a wildcard in the prefix is taken to match, as {@code ACT-3} says. */
  private record Pattern(String text, Glob service, Glob name, boolean openPrefix) {
    static Pattern of(ActionPattern pattern) {
      String service = pattern.servicePattern();
      boolean wild = service.indexOf('*') >= 0 || service.indexOf('?') >= 0;
      return new Pattern(
          pattern.text(),
          Glob.of(service),
          Glob.of(pattern.namePattern()),
          wild && !pattern.isAny());
    }

    Truth matches(ActionName action) {
      if (!service.matches(action.service()) || !name.matches(action.name())) {
        return Truth.FAILS;
      }
      return openPrefix ? Truth.open(Unspecified.U27, Truth.Taken.HOLDS) : Truth.HOLDS;
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

  ElementOutcome match(ActionName action) {
    Truth listed = Truth.FAILS;
    String by = "";
    for (Pattern pattern : patterns) {
      Truth one = pattern.matches(action);
      if (!one.certainlyFails() && !listed.certainlyHolds()) {
        listed = listed.or(one);
        by = pattern.text;
      }
    }
    return negated ? notAction(listed, by) : action(listed, by);
  }

  private static ElementOutcome action(Truth listed, String by) {
    return listed.certainlyFails()
        ? ElementOutcome.missed(MissReason.ACTION_NOT_LISTED, "")
        : ElementOutcome.matched(listed, by);
  }

  private ElementOutcome notAction(Truth listed, String by) {
    if (patterns.isEmpty()) {
      return ElementOutcome.matched(Truth.open(Unspecified.U28), "")
          .orElse(MissReason.ACTION_EXCLUDED);
    }
    if (listed.certainlyHolds()) {
      return ElementOutcome.missed(MissReason.ACTION_EXCLUDED, by);
    }
    return ElementOutcome.matched(listed.not(), "NotAction");
  }
}
