package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about ceilings: service and resource control, boundaries, sessions, endpoints. */
final class GuardrailRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.<Rule>builder()
          .add(ControlActionWildcard.serviceControl())
          .addAll(ScpLegacy.all())
          .add(new ScpDeniesEverything())
          .add(new ScpRegionLockGlobal())
          .add(new ScpNoEffectPrincipal())
          .add(new ScpExemptionLoose())
          .add(ControlActionWildcard.resourceControl())
          .add(RcpCarveOut.principalKey())
          .add(RcpCarveOut.sourceKey())
          .add(RcpCarveOut.sourceNull())
          .add(new RcpBlanketDeny())
          .add(new RcpNoEffect())
          .add(NoAllow.boundary())
          .add(new BoundarySelfRemoval())
          .add(new BoundaryNotEnforced())
          .add(NoAllow.session())
          .add(EndpointGrant.full())
          .add(new VpcePrincipal())
          .add(EndpointGrant.noIdentity())
          .build();

  private GuardrailRules() {}
}
