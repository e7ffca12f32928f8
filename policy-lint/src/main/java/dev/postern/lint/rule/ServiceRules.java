package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about single services. */
final class ServiceRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private ServiceRules() {}
}
