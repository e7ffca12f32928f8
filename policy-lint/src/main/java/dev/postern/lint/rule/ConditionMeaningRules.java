package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about what conditions come to. */
final class ConditionMeaningRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private ConditionMeaningRules() {}
}
