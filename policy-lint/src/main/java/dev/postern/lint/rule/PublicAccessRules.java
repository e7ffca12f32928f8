package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about policies of resources: the public, other accounts, confused deputies. */
final class PublicAccessRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private PublicAccessRules() {}
}
