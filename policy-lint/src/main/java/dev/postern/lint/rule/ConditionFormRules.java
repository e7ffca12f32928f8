package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about how conditions are written. */
final class ConditionFormRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .add(ConditionKeyUnknown.global())
          .add(ConditionKeyUnknown.service())
          .add(ConditionKeyUnknown.prefix())
          .add(new ConditionKeyDeprecated())
          .add(new ConditionTagKeyMissing())
          .add(new ConditionType())
          .add(ConditionArnAsString.like())
          .add(ConditionArnAsString.equal())
          .build();

  private ConditionFormRules() {}
}
