package dev.postern.lint;

import dev.postern.lint.rule.RuleInfo;
import dev.postern.model.source.SourceText;

/**
 * A rule that failed on a policy. A mistake of the rule's, never of the policy's: what the other
 * rules found stands.
 *
 * @param rule the rule
 * @param policy the policy it failed on
 * @param cause what it threw
 */
public record RuleFault(RuleInfo rule, SourceText policy, Throwable cause) {
  /** One line that names policy, rule and cause. */
  public String describe() {
    return policy.name() + ": the rule " + rule.id() + " failed: " + cause;
  }
}
