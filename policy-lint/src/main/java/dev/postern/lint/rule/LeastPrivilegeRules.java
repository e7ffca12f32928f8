package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about grants that are wider than needed. */
final class LeastPrivilegeRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private LeastPrivilegeRules() {}
}
