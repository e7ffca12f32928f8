package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about actions. */
final class ActionRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private ActionRules() {}
}
