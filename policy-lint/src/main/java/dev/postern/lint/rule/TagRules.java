package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about tags, and access by them. */
final class TagRules {
  static final ImmutableList<Rule> ALL = ImmutableList.<Rule>builder().build();

  private TagRules() {}
}
