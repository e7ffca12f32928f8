package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about ways to more than was granted. */
final class EscalationRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private EscalationRules() {}
}
