package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A rule that reads conditions. */
public non-sealed interface ConditionRule extends Rule {
  /** Called for each condition of each statement that could be read. */
  void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings);
}
