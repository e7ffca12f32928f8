package dev.postern.eval;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of a request: those that it gives, by name in lower case, and those that
 * follow from it, which are made when first asked for.
 */
final class RequestContext {
  private final PreparedRequest request;
  private final Map<String, ContextKeyState> given;
  // Written by whichever thread comes first; a second one would write an equal, immutable value.
  private final @Nullable ContextKeyState[] implied =
      new @Nullable ContextKeyState[ImpliedKey.values().length];

  RequestContext(PreparedRequest request, Map<String, ContextKeyState> given) {
    this.request = request;
    this.given = given;
  }

  /*
   * The keys that policies ask for, by the names that compiled statements share: those names are
   * interned, so that one look tells. Where two names meet in one place the first one keeps it.
   */
  private static final int PLACES = 64;

  /** What a key was found to hold. */
  private record Found(String folded, ContextKeyState state) {}

  private final @Nullable Found[] found = new @Nullable Found[PLACES];

  /** What is there under a key. */
  ContextKeyState state(ContextKey key) {
    int place = key.hash() & (PLACES - 1);
    Found known = found[place];
    if (known != null && known.folded.equals(key.folded())) {
      return known.state;
    }
    ContextKeyState state = look(key);
    if (known == null) {
      found[place] = new Found(key.folded(), state);
    }
    return state;
  }

  private ContextKeyState look(ContextKey key) {
    ContextKeyState found = given.get(key.folded());
    if (found != null) {
      return found;
    }
    ImpliedKey from = key.implied();
    return from == null ? ContextKeyState.MISSING : implied(from);
  }

  private ContextKeyState implied(ImpliedKey key) {
    ContextKeyState known = implied[key.ordinal()];
    if (known == null) {
      known = key.state(request);
      implied[key.ordinal()] = known;
    }
    return known;
  }

  /** What is there under a key that the request itself gave; implied ones are not looked at. */
  ContextKeyState state(String folded) {
    return given.getOrDefault(folded, ContextKeyState.MISSING);
  }

  /**
   * The value of a policy variable; null when it has none. A multivalued key has none, nor has an
   * empty string.
   */
  @Nullable String variable(ContextKey key) {
    ContextKeyState state = state(key);
    boolean usable = !state.multivalued() && state.presence() == ContextKeyState.Presence.PRESENT;
    return usable ? state.values().get(0).text() : null;
  }

  /** Whether the key stands for a variable whose value the request does not know. */
  boolean isUnknown(ContextKey key) {
    return state(key).isUnknown();
  }
}
