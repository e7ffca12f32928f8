package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about ceilings: service and resource control, boundaries, sessions, endpoints. */
final class GuardrailRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private GuardrailRules() {}
}
