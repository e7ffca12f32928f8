package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about resources and their ARNs. */
final class ResourceRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .addAll(ArnRules.ALL)
          .add(new ArnIamPath())
          .add(new ArnSecretSuffix())
          .add(new ArnLogGroupSuffix())
          .add(new ArnLambdaQualifier())
          .addAll(ResourceMismatch.ALL)
          .add(new ResourceTypeIncomplete())
          .add(new ResourceIrrelevant())
          .add(new ResourceRedundant())
          .add(new ResourceServiceWildcard())
          .add(new ResourceUnsupportedInPolicy())
          .add(new ResourceNamePrefixOpen())
          .add(new NotResourceAllow())
          .add(new NotResourceTypo())
          .add(new NotResourceDenyIneffective())
          .build();

  private ResourceRules() {}
}
