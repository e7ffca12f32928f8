package dev.postern.lint.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a value of a claim that a pattern matches and whose tenant the pattern does not fix.
 *
 * <p>The values are {@code prefix tenant} or {@code prefix tenant delimiter anything}. Both the
 * pattern and this form are read from left to right at once, as two automata in parallel; a state
 * is where either of them stands, and whether a wildcard has stood for a character of the tenant.
 * If a final state is reached where one has, any other character would have done as well, so the
 * pattern matches values of more than one tenant. If none is, the pattern spells every tenant that
 * it matches letter by letter.
 */
final class TenantSearch {
  private final TenantClaim claim;
  private final int[] pattern;

  TenantSearch(TenantClaim claim, String pattern) {
    this.claim = claim;
    this.pattern = pattern.codePoints().toArray();
  }

  /** How far the value has been read by its form. */
  private enum Phase {
    PREFIX,
    TENANT_BEGINS,
    TENANT,
    REST
  }

  /**
   * @param at how many symbols of the pattern are read
   * @param phase which part of the value is next
   * @param inPrefix how many characters of the prefix are read
   * @param isOpen whether a wildcard has stood for a character of the tenant
   */
  private record State(int at, Phase phase, int inPrefix, boolean isOpen) {}

  private record Step(State state, String value) {}

  /** The shortest such value, roughly. */
  Optional<String> find() {
    Deque<Step> next = new ArrayDeque<>();
    Set<State> seen = new HashSet<>();
    reach(new Step(start(), ""), next, seen);
    while (!next.isEmpty()) {
      Step step = next.remove();
      if (isFinal(step.state)) {
        return Optional.of(step.value);
      }
      if (step.state.at < pattern.length) {
        read(step, next, seen);
      }
    }
    return Optional.empty();
  }

  private State start() {
    return new State(0, claim.prefix().isEmpty() ? Phase.TENANT_BEGINS : Phase.PREFIX, 0, false);
  }

  private boolean isFinal(State state) {
    return state.at == pattern.length
        && state.isOpen
        && state.phase == (claim.delimiter().isEmpty() ? Phase.TENANT : Phase.REST);
  }

  private static void reach(Step step, Deque<Step> next, Set<State> seen) {
    if (seen.add(step.state)) {
      next.add(step);
    }
  }

  private void read(Step step, Deque<Step> next, Set<State> seen) {
    int symbol = pattern[step.state.at];
    switch (symbol) {
      case '*' -> {
        reach(
            moved(step, 1, step.state.phase, step.state.inPrefix, step.state.isOpen, ""),
            next,
            seen);
        wildcard(step, 0, next, seen);
      }
      case '?' -> wildcard(step, 1, next, seen);
      default -> literal(step, Character.toString(symbol), next, seen);
    }
  }

  /* A wildcard stands for whatever the form has next. */
  private void wildcard(Step step, int advance, Deque<Step> next, Set<State> seen) {
    State state = step.state;
    boolean isRun = advance == 0;
    switch (state.phase) {
      case PREFIX -> {
        String expected = claim.prefix().substring(state.inPrefix, state.inPrefix + 1);
        reach(inPrefix(step, advance, expected), next, seen);
      }
      case TENANT_BEGINS ->
          reach(moved(step, advance, Phase.TENANT, 0, true, isRun ? "evil" : "x"), next, seen);
      case TENANT -> {
        if (!state.isOpen) {
          reach(moved(step, advance, Phase.TENANT, 0, true, isRun ? "-evil" : "x"), next, seen);
        } else if (!isRun) {
          reach(moved(step, advance, Phase.TENANT, 0, true, "x"), next, seen);
        }
        if (!claim.delimiter().isEmpty()) {
          String rest = claim.delimiter() + (isRun ? "any" : "");
          reach(moved(step, advance, Phase.REST, 0, state.isOpen, rest), next, seen);
        }
      }
      case REST ->
          reach(moved(step, advance, Phase.REST, 0, state.isOpen, isRun ? "" : "x"), next, seen);
    }
  }

  private void literal(Step step, String character, Deque<Step> next, Set<State> seen) {
    State state = step.state;
    switch (state.phase) {
      case PREFIX -> {
        if (claim.prefix().startsWith(character, state.inPrefix)) {
          reach(inPrefix(step, 1, character), next, seen);
        }
      }
      case TENANT_BEGINS, TENANT -> {
        if (isOfTenant(character) && !claim.endsTenant(character)) {
          reach(moved(step, 1, Phase.TENANT, 0, state.isOpen, character), next, seen);
        } else if (state.phase == Phase.TENANT && claim.endsTenant(character)) {
          reach(moved(step, 1, Phase.REST, 0, state.isOpen, character), next, seen);
        }
      }
      case REST -> reach(moved(step, 1, Phase.REST, 0, state.isOpen, character), next, seen);
    }
  }

  private Step inPrefix(Step step, int advance, String character) {
    int read = step.state.inPrefix + 1;
    return read == claim.prefix().length()
        ? moved(step, advance, Phase.TENANT_BEGINS, 0, false, character)
        : moved(step, advance, Phase.PREFIX, read, false, character);
  }

  /* Names of tenants have neither slashes nor colons; where one runs to the end it has anything. */
  private boolean isOfTenant(String character) {
    return claim.delimiter().isEmpty() || (!character.equals("/") && !character.equals(":"));
  }

  private static Step moved(
      Step step, int advance, Phase phase, int inPrefix, boolean isOpen, String read) {
    return new Step(new State(step.state.at + advance, phase, inPrefix, isOpen), step.value + read);
  }
}
