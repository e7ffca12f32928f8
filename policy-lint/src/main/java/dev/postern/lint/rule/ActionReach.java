package dev.postern.lint.rule;

import dev.postern.model.ActionElement;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/**
 * How a statement comes to speak of an action.
 *
 * @param shape by its name, by a wildcard, or by leaving it out of {@code NotAction}
 * @param span the entry that says so; of {@code NotAction}, the element
 */
record ActionReach(Shape shape, SourceSpan span) {
  /** The three ways; where a statement has several, the plainest counts. */
  enum Shape {
    /** The action is written out. */
    NAMED,
    /** A pattern with a wildcard takes it in. */
    WILDCARD,
    /** {@code NotAction} does not take it out. */
    COMPLEMENT
  }

  /** How a statement speaks of an action; nothing if it does not. */
  static Optional<ActionReach> of(Statement statement, ActionName action) {
    ActionElement element = statement.action().value();
    if (!element.covers(action)) {
      return Optional.empty();
    }
    if (element instanceof ActionElement.NotAction) {
      return Optional.of(new ActionReach(Shape.COMPLEMENT, statement.action().span()));
    }
    Optional<ActionReach> wildcard = Optional.empty();
    for (Located<ActionPattern> pattern : element.patterns()) {
      if (pattern.value().matches(action)) {
        if (!hasWildcard(pattern.value().text())) {
          return Optional.of(new ActionReach(Shape.NAMED, pattern.span()));
        }
        if (wildcard.isEmpty()) {
          wildcard = Optional.of(new ActionReach(Shape.WILDCARD, pattern.span()));
        }
      }
    }
    return wildcard;
  }

  /** Whether a pattern may match more than one text. */
  static boolean hasWildcard(String pattern) {
    return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
  }
}
