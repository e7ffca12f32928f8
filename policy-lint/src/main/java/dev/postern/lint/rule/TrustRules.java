package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about who may assume a role. */
final class TrustRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private TrustRules() {}
}
