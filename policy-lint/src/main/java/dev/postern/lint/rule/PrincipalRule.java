package dev.postern.lint.rule;

/**
 * A rule that reads all policies of a principal together. A policy that is linted by itself counts
 * as all that its principal has.
 */
public non-sealed interface PrincipalRule extends Rule {
  /** Called once for each principal. */
  void check(LintedPrincipal principal, Findings findings);
}
