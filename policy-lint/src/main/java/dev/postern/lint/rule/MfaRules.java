package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about multi-factor authentication. */
final class MfaRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private MfaRules() {}
}
