package dev.postern.lint.rule;

/** A rule that reads a policy as a whole. */
public non-sealed interface PolicyRule extends Rule {
  /** Called once. */
  void check(LintedPolicy policy, Findings findings);
}
