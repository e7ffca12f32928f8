package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about how conditions are written. */
final class ConditionFormRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private ConditionFormRules() {}
}
