package dev.postern.lint.rule;

import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An action that exists and belongs in no trust policy. */
final class TrustActionInvalid implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("trust-action-invalid", "no trust policy takes this action")
        .on(Kind.TRUST)
        .issueCode("UNSUPPORTED_ACTION_IN_POLICY");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!(statement.value().action().value() instanceof ActionElement.Action action)) {
      return;
    }
    for (Located<ActionPattern> pattern : action.patterns()) {
      // What does not exist at all is another mistake.
      if (!TrustActions.isTaken(pattern.value())
          && policy.catalog().matchesAny(pattern.value().text())) {
        findings.add(
            pattern.span(),
            "`" + pattern.value().text() + "` in a trust policy",
            "a trust policy says who may assume the role; what the role may do stands in its"
                + " permissions policies");
      }
    }
  }
}
