package dev.postern.lint.rule;

/**
 * A rule that reads an account as a whole; of policies that are linted without one it is silent.
 */
public non-sealed interface AccountRule extends Rule {
  /** Called once. */
  void check(LintedAccount account, Findings findings);
}
