package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about multi-factor authentication. */
final class MfaRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .add(new MfaAllowFalse())
          .add(new MfaDenyBool())
          .add(new MfaAllowIfExists())
          .add(new MfaNullAsProof())
          .add(new MfaSetOperator())
          .add(new MfaBlocksEnrolment())
          .add(new MfaNeverInContext())
          .build();

  private MfaRules() {}
}
