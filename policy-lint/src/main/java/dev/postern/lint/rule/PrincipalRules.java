package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about whom a policy names. */
final class PrincipalRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .add(PrincipalShape.roleId())
          .add(PrincipalShape.userId())
          .add(PrincipalShape.federatedUnsupported())
          .add(new PrincipalServiceFormat())
          .add(new PrincipalServiceUnknown(new ServicePrincipals()))
          .add(new PrincipalServicePartition())
          .add(PrincipalShape.session())
          .add(PrincipalShape.user())
          .add(PrincipalShape.accountDelegation())
          .add(new PrincipalForbidden())
          .add(new PrincipalRedundant())
          .add(new NotPrincipalDeny())
          .build();

  private PrincipalRules() {}
}
