package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.ConditionRule;
import dev.postern.lint.rule.JsonRule;
import dev.postern.lint.rule.PolicyRule;
import dev.postern.lint.rule.PrincipalRule;
import dev.postern.lint.rule.ProblemRule;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.StatementRule;

/**
 * A rule with what there is to know about it, which is asked once and not for each policy.
 *
 * @param rule the rule
 * @param info what it says of itself
 * @param nodes what it reads of a policy; one rule may read several
 */
record RunningRule(Rule rule, RuleInfo info, ImmutableList<Class<? extends Rule>> nodes) {
  private static final ImmutableList<Class<? extends Rule>> NODES =
      ImmutableList.of(
          ProblemRule.class,
          JsonRule.class,
          PolicyRule.class,
          StatementRule.class,
          ConditionRule.class,
          PrincipalRule.class);

  static RunningRule of(Rule rule) {
    ImmutableList.Builder<Class<? extends Rule>> nodes = ImmutableList.builder();
    for (Class<? extends Rule> node : NODES) {
      if (node.isInstance(rule)) {
        nodes.add(node);
      }
    }
    return new RunningRule(rule, rule.info(), nodes.build());
  }
}
