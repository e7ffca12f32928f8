package dev.postern.lint.rule;

/** A condition on a statement for everyone that looks as if it confined them, and does not. */
final class PublicWeakCondition implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "public-weak-condition", "a condition does not keep the world out")
        .on(PolicyTypes.OF_RESOURCES);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    for (PublicGrant grant : PublicGrant.of(policy)) {
      if (grant.confinement() instanceof Confinement.Seeming seeming) {
        findings
            .at(seeming.weak().valuesSpan())
            .message(
                "anyone may do `"
                    + grant.actions().get(0)
                    + "`"
                    + rest(grant.actions().size() - 1)
                    + " on `"
                    + grant.resource()
                    + "`: `"
                    + seeming.weak().key()
                    + "` does not confine who asks, "
                    + seeming.why())
            .advice(
                "name the principals, or add a test that confines them, such as"
                    + " `StringEquals` on `aws:PrincipalOrgID`")
            .related(grant.everyone(), "this is everyone")
            .add();
      }
    }
  }

  private static String rest(int others) {
    return others == 0 ? "" : " and " + others + (others == 1 ? " other action" : " other actions");
  }
}
