package dev.postern.lint.rule;

/**
 * Finds one kind of mistake. The interfaces below it say which node a rule reads; the linter walks
 * a policy once and calls each rule with its nodes. A rule is stateless and thread-safe.
 */
public sealed interface Rule
    permits PolicyRule,
        StatementRule,
        ConditionRule,
        JsonRule,
        ProblemRule,
        PrincipalRule,
        AccountRule,
        MetaRule {
  /** Its id, severity and the rest. */
  RuleInfo info();
}
