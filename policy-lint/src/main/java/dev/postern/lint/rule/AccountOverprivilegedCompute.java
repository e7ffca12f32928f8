package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An administrator whose credentials are where code runs: whoever may change that code, or enter
 * the machine, has them.
 */
final class AccountOverprivilegedCompute implements AccountRule {
  /* It runs no code, but does what a template says. */
  private static final String STACKS = "cloudformation.amazonaws.com";

  private final ServicePrincipals services;

  AccountOverprivilegedCompute(ServicePrincipals services) {
    this.services = services;
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "account-overprivileged-compute", "code of a service runs as an administrator")
        .on(Kind.TRUST)
        .optIn();
  }

  @Override
  public void check(LintedAccount account, Findings findings) {
    Map<LintedPrincipal, Findings.Draft> byRole = new LinkedHashMap<>();
    for (ComputeRole role : account.computeRoles()) {
      if (role.isAdmin() && runsCode(role)) {
        Findings.Draft known = byRole.get(role.principal());
        if (known == null) {
          byRole.put(role.principal(), finding(role, findings));
        } else {
          known.related(role.place(), "so does this service");
        }
      }
    }
    byRole.values().forEach(Findings.Draft::add);
  }

  private boolean runsCode(ComputeRole role) {
    return role.isOf(STACKS) || services.has(role.service(), ServicePrincipals.Trait.COMPUTE);
  }

  private static Findings.Draft finding(ComputeRole role, Findings findings) {
    Findings.Draft draft =
        findings
            .at(role.place())
            .message("`" + role.service() + "` runs as " + role.describe() + ", an administrator")
            .advice("give the role what its code needs, and no more");
    role.role().instanceProfiles().stream()
        .findFirst()
        .ifPresent(profile -> draft.related(profile.span(), "machines have it by this profile"));
    return draft;
  }
}
