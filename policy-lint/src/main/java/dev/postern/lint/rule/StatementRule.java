package dev.postern.lint.rule;

import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A rule that reads statements. */
public non-sealed interface StatementRule extends Rule {
  /** Called for each statement that could be read. */
  void check(Located<Statement> statement, LintedPolicy policy, Findings findings);
}
