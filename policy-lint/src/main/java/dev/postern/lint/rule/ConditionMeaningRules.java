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
          .add(ConditionDecided.alwaysTrue())
          .add(ConditionDecided.neverTrue())
          .add(new ConditionSensitiveWildcard())
          .add(new ConditionIpHostBits())
          .addAll(ConditionIpPrivate.all())
          .add(new ConditionIpAll())
          .add(new ConditionIpBroad())
          .add(new ConditionMissingQualifier())
          .add(ConditionQuantifiedSingle.forAllValues())
          .add(ConditionQuantifiedSingle.forAnyValue())
          .add(new ConditionForAllValuesNoNull())
          .add(new ConditionDenyForAllValues())
          .add(new ConditionAllowForAnyValue())
          .addAll(ConditionEmptyList.all())
          .add(new ConditionIfExistsAllow())
          .add(new ConditionIfExistsNeedless())
          .add(new ConditionAllowNegated())
          .add(new ConditionDenyMissingKeyOpen())
          .add(new ConditionDenyBreaksServices())
          .add(new ConditionViaServiceAllow())
          .add(new ConditionRedundantNumber())
          .add(new ConditionRedundantValue())
          .build();

  private ConditionMeaningRules() {}
}
