package dev.postern.lint;

import com.google.common.collect.ImmutableList;

/**
 * A policy after its fixes.
 *
 * @param left what is still to say, of the text as it is now
 * @param fixed what was found and mended
 */
public record FixedPolicy(LintResult left, ImmutableList<Finding> fixed) {
  /** The text as it is now. */
  public String text() {
    return left.source().text();
  }
}
