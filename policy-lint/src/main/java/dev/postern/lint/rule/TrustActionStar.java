package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** All actions in a trust policy: whoever assumes the role also tags the session, and the like. */
final class TrustActionStar implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("trust-action-star", "a trust policy allows every action")
        .on(Kind.TRUST)
        .peers("cfn_nag:F2", "checkov:CKV_AWS_61");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isAllow()
        || !(statement.value().action().value() instanceof ActionElement.Action action)) {
      return;
    }
    for (Located<ActionPattern> pattern : action.patterns()) {
      if (pattern.value().namePattern().equals("*") && TrustActions.assumes(pattern.value())) {
        report(pattern, statement.value(), policy, findings);
      }
    }
  }

  private static void report(
      Located<ActionPattern> pattern, Statement statement, LintedPolicy policy, Findings findings) {
    Findings.Draft draft =
        findings
            .at(pattern.span())
            .message(
                "`"
                    + pattern.value().text()
                    + "` also lets the caller tag the session, name a source identity and pass"
                    + " context")
            .advice("name the call by which the role is assumed");
    ImmutableSet<ActionName> calls =
        NamedPrincipals.addressed(statement).stream()
            .map(principal -> TrustActions.callOf(principal.value()))
            .collect(toImmutableSet());
    if (calls.size() == 1) {
      String call = TrustActions.spelled(calls.iterator().next());
      ListEdit.replace(Fix.Kind.OFFER, "allow `" + call + "` only", pattern.span(), call, policy)
          .ifPresent(draft::fix);
    }
    draft.add();
  }
}
