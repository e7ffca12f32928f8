package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about grants that are wider than needed. */
final class LeastPrivilegeRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .add(new AdminFull())
          .add(new AdminEquivalent())
          .add(new WildcardAction())
          .add(new WildcardService())
          .add(PatternLevel.permissionsManagement())
          .add(PatternLevel.write())
          .add(new WildcardResource())
          .add(new WildcardResourceDisguised())
          .add(UnconfinedLevel.write())
          .add(UnconfinedLevel.permissionsManagement())
          .add(UnconfinedLevel.tagging())
          .add(SensitiveAction.dataRead())
          .add(SensitiveAction.credentials())
          .add(SensitiveAction.loggingTamper())
          .add(SensitiveAction.destructive())
          .add(SensitiveAction.organizationControl())
          .add(SensitiveAction.marketplaceSubscribe())
          .add(new AssumeRoleAny())
          .add(new SensitiveResource())
          .add(new RequiredCondition())
          .add(new ForbiddenAction())
          .addAll(OpenHandover.passing())
          .add(PassRoleNames.wildcard())
          .add(PassRoleNames.withoutService())
          .addAll(OpenHandover.linking())
          .build();

  private LeastPrivilegeRules() {}
}
