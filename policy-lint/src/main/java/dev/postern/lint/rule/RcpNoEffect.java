package dev.postern.lint.rule;

import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * What no RCP touches: retiring a grant, and service-linked roles. AWS Organizations: "Resource
 * control policies", resources and entities not restricted by RCPs.
 */
final class RcpNoEffect implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("rcp-no-effect", "no RCP touches this").on(Kind.RESOURCE_CONTROL);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isDeny()) {
      return;
    }
    if (statement.action().value() instanceof ActionElement.Action action) {
      for (Located<ActionPattern> pattern : action.patterns()) {
        if (pattern.value().text().equalsIgnoreCase("kms:RetireGrant")) {
          findings.add(
              pattern.span(),
              "`kms:RetireGrant` is not subject to resource control policies",
              "leave it out; who may retire a grant is decided when it is made");
        }
      }
    }
    for (KeyUse use : KeyUse.allOf(statement, policy)) {
      if (OutOfReach.isAimedAtLinkedRoles(use)) {
        findings.add(
            use.keySpan(),
            "service-linked roles are not subject to resource control policies",
            "leave the statement out, or aim it at other principals");
      }
    }
  }
}
