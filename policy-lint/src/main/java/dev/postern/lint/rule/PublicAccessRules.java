package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about policies of resources: the public, other accounts, confused deputies. */
final class PublicAccessRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .add(PublicAccess.any())
          .add(PublicAccess.writing())
          .add(new PublicWeakCondition())
          .add(CrossAccount.ofResources())
          .add(new CrossAccountFull())
          .add(new CrossAccountPermissions())
          .add(new DeputyNoSource())
          .add(new DeputyWeakSource())
          .add(new DeputySourceBucketOnly())
          .add(new DeputyOtherKey())
          .add(new DeputyStarInstead())
          .add(new DeputyMixedPrincipals())
          .build();

  private PublicAccessRules() {}
}
