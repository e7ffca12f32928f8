package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;

/** The rules about ceilings: service and resource control, boundaries, sessions, endpoints. */
final class GuardrailRules {
  static final ImmutableList<Rule> ALL =
      ImmutableList.of(
          ControlActionWildcard.serviceControl(),
          new ScpDeniesEverything(),
          new ScpRegionLockGlobal(),
          new ScpNoEffectPrincipal(),
          new ScpExemptionLoose(),
          ControlActionWildcard.resourceControl(),
          RcpCarveOut.principalKey(),
          RcpCarveOut.sourceKey(),
          RcpCarveOut.sourceNull(),
          new RcpBlanketDeny(),
          new RcpNoEffect(),
          NoAllow.boundary(),
          new BoundarySelfRemoval(),
          NoAllow.session(),
          EndpointGrant.full(),
          new VpcePrincipal(),
          EndpointGrant.noIdentity());

  private GuardrailRules() {}
}
