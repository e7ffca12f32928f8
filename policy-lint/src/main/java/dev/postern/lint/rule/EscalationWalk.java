package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.lint.rule.PrincipalGrants.Reach;
import dev.postern.model.ActionName;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/**
 * A path that the policies of a principal leave open.
 *
 * @param path the path
 * @param steps an action for each of its steps, and where it is allowed
 */
record EscalationWalk(EscalationPath path, ImmutableMap<ActionName, SourceSpan> steps) {
  private static final ActionName PASS_ROLE = Handover.PASS_ROLE.action();

  /** The open paths of a kind, each in its shortest form. */
  static ImmutableList<EscalationWalk> shortest(EscalationPath.Kind kind, PrincipalGrants grants) {
    return EscalationPath.of(kind).stream()
        .flatMap(path -> along(path, grants).stream())
        .filter(walk -> !walk.holdsAnother(grants))
        .collect(toImmutableList());
  }

  private static Optional<EscalationWalk> along(EscalationPath path, PrincipalGrants grants) {
    if (!mayBeOpen(path, grants)
        || path.unless().stream()
            .anyMatch(action -> grants.allow(action, Reach.SOME, "").isPresent())) {
      return Optional.empty();
    }
    ImmutableMap.Builder<ActionName, SourceSpan> steps = ImmutableMap.builder();
    for (ImmutableList<ActionName> step : path.steps()) {
      boolean open = false;
      for (ActionName action : step) {
        Optional<SourceSpan> place =
            open ? Optional.empty() : grants.allow(action, reach(path, action), path.service());
        if (place.isPresent()) {
          steps.put(action, place.get());
          open = true;
        }
      }
      if (!open) {
        return Optional.empty();
      }
    }
    return Optional.of(new EscalationWalk(path, steps.buildOrThrow()));
  }

  /* Most policies speak of a few services only, so that most paths need no closer look. */
  private static boolean mayBeOpen(EscalationPath path, PrincipalGrants grants) {
    for (ImmutableList<ActionName> step : path.steps()) {
      boolean open = false;
      for (ActionName action : step) {
        open |= grants.mayAllow(action);
      }
      if (!open) {
        return false;
      }
    }
    return true;
  }

  /* Whoever names a role, a user or an instance has thought of it; what is new may bear any name. */
  private static Reach reach(EscalationPath path, ActionName action) {
    if (path.onAll()) {
      return Reach.ALL;
    }
    if (action.equals(PASS_ROLE)) {
      return Reach.MANY;
    }
    return switch (path.kind()) {
      case NEW_COMPUTE, RESOURCE_POLICY -> Reach.SOME;
      case SELF, GUARDRAIL -> Reach.MANY_OR_OWN;
      case PRINCIPAL, EXISTING_COMPUTE -> Reach.MANY;
    };
  }

  /* Loops, not streams: of an account, each open path of each principal is held against all. */
  private boolean holdsAnother(PrincipalGrants grants) {
    for (EscalationPath other : EscalationPath.all()) {
      if (holds(other, grants)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a shorter path that is open too, and as bad, is part of it. */
  private boolean holds(EscalationPath shorter, PrincipalGrants grants) {
    return shorter.steps().size() < path.steps().size()
        && shorter.kind().isAsBadAs(path.kind())
        && takesAll(shorter.steps())
        && along(shorter, grants).isPresent();
  }

  private boolean takesAll(ImmutableList<ImmutableList<ActionName>> others) {
    for (ImmutableList<ActionName> step : others) {
      boolean taken = false;
      for (ActionName action : step) {
        taken |= steps.containsKey(action);
      }
      if (!taken) {
        return false;
      }
    }
    return true;
  }
}
