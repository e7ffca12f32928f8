package dev.postern.lint.config;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Finding;
import dev.postern.lint.RuleSelector;
import dev.postern.model.Glob;
import dev.postern.model.source.SourceSpan;
import java.time.LocalDate;

/**
 * An entry that says which findings a project lives with, and why.
 *
 * @param span where it stands
 * @param rules what it speaks of; one of them has to pick a finding
 * @param paths where the policies stand; anywhere if there are none
 * @param statement the Sid of the statement, or its index counted from 0; any if empty
 * @param action what the finding's action matches
 * @param resource what the finding's resource matches
 * @param reason why; empty if none is given
 * @param expires the last day on which it counts
 * @param owner who answers for it; empty if nobody is named
 */
record Suppression(
    SourceSpan span,
    ImmutableList<Selector> rules,
    ImmutableList<PathGlob> paths,
    String statement,
    Glob action,
    Glob resource,
    String reason,
    LocalDate expires,
    String owner) {
  static final Glob ANY = Glob.of("*");

  /**
   * Some rules, and where they are named.
   *
   * @param selector the rules
   * @param span where it stands
   */
  record Selector(RuleSelector selector, SourceSpan span) {}

  boolean isExpired(LocalDate today) {
    return today.isAfter(expires);
  }

  /** Whether it may speak of a policy there. */
  boolean isAbout(String path) {
    return paths.isEmpty() || paths.stream().anyMatch(glob -> glob.matches(path));
  }

  /** Whether it speaks of such findings, wherever they stand. */
  boolean picks(Finding finding) {
    return rules.stream().anyMatch(rule -> rule.selector().picks(finding));
  }

  /** Whether it matters to it where in a policy a finding stands. */
  boolean isOfPlaces() {
    return !statement.isEmpty() || !action.equals(ANY) || !resource.equals(ANY);
  }

  /** Whether it speaks of what stands there. */
  boolean isOf(FindingPlace place) {
    return (statement.isEmpty() || place.isInStatement(statement))
        && (action.equals(ANY) || place.isOfAction(action.ignoringAsciiCase()))
        && (resource.equals(ANY) || place.isOfResource(resource));
  }

  /** Why, and until when, for people. */
  String told() {
    StringBuilder text = new StringBuilder(reason.isEmpty() ? "no reason given" : reason);
    if (!owner.isEmpty()) {
      text.append(" (").append(owner).append(')');
    }
    if (!expires.equals(LocalDate.MAX)) {
      text.append(", until ").append(expires);
    }
    return text.toString();
  }
}
