package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A Deny for principals that no SCP touches: service-linked roles and AWS services. AWS
 * Organizations: "Service control policies", tasks and entities not restricted by SCPs.
 */
final class ScpNoEffectPrincipal implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("scp-no-effect-principal", "no SCP touches these principals")
        .on(Kind.SERVICE_CONTROL);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    if (located.value().isDeny()) {
      for (KeyUse use : KeyUse.allOf(located.value(), policy)) {
        if (OutOfReach.isAimedAtLinkedRoles(use)) {
          findings.add(
              use.keySpan(),
              "service-linked roles are not subject to service control policies",
              "leave the statement out, or aim it at other principals");
        } else if (OutOfReach.isAimedAtServices(use)) {
          findings.add(
              use.keySpan(),
              "AWS services are not subject to service control policies",
              "use a resource control policy");
        }
      }
    }
  }
}
