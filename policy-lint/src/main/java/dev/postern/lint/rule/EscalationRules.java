package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about ways to more than was granted. */
final class EscalationRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.of(
          Escalation.self(),
          Escalation.principal(),
          Escalation.newCompute(),
          Escalation.existingCompute(),
          Escalation.guardrail(),
          Escalation.resourcePolicy());

  private EscalationRules() {}
}
