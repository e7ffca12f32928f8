package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about what conditions come to. */
final class ConditionMeaningRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .add(new ConditionWildcardNoLike())
          .add(new ConditionLikeNoWildcard())
          .add(ConditionStarValue.present())
          .add(ConditionStarValue.absent())
          .add(new ConditionSensitiveWildcard())
          .add(new ConditionIpHostBits())
          .addAll(ConditionIpPrivate.all())
          .add(new ConditionIpAll())
          .add(new ConditionMissingQualifier())
          .add(ConditionQuantifiedSingle.forAllValues())
          .add(ConditionQuantifiedSingle.forAnyValue())
          .addAll(ConditionEmptyList.all())
          .add(new ConditionRedundantNumber())
          .add(new ConditionRedundantValue())
          .build();

  private ConditionMeaningRules() {}
}
