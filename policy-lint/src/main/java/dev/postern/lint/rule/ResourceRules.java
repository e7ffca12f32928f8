package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about resources and their ARNs. */
final class ResourceRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private ResourceRules() {}
}
