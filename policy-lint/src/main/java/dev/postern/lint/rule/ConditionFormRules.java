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
          .add(new ConditionKeyUnsupported())
          .add(new ConditionKeyUnsupportedForAction())
          .add(new ConditionKeyMissingAction())
          .add(new ConditionKeyIrrelevant())
          .add(new ConditionKeyServiceScope())
          .add(new ConditionKeyForServicePrincipal())
          .add(new ConditionKeyUntrustworthy())
          .add(new ConditionKeyPaired())
          .add(new ConditionTagKeyMissing())
          .add(new ConditionMixedTypes())
          .add(new ConditionBoolMany())
          .add(new ConditionType())
          .add(ConditionArnAsString.like())
          .add(ConditionArnAsString.equal())
          .add(new ConditionDateEpoch())
          .add(new ConditionDatePast())
          .add(new ConditionRegionUnknown())
          .add(ConditionValueForm.vpc())
          .add(ConditionValueForm.vpcEndpoint())
          .add(ConditionValueForm.account())
          .add(ConditionValueForm.organization())
          .add(ConditionValueForm.kmsKey())
          .add(new ConditionEnumValue())
          .add(new ConditionPrincipalArnSession())
          .build();

  private ConditionFormRules() {}
}
