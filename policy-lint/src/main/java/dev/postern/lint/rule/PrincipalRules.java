package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about whom a policy names. */
final class PrincipalRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private PrincipalRules() {}
}
