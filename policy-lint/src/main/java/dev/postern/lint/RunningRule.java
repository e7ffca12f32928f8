package dev.postern.lint;

import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;

/**
 * A rule with what there is to know about it, which is asked once and not for each policy.
 *
 * @param rule the rule
 * @param info what it says of itself
 */
record RunningRule(Rule rule, RuleInfo info) {}
