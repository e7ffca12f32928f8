package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A principal beside a call that its kind never makes: nobody assumes the role so. */
final class TrustActionPrincipal implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("trust-action-principal", "no principal named here makes this call")
        .on(Kind.TRUST)
        .issueCode("MISMATCHED_ACTION_FOR_PRINCIPAL")
        .peers("boogy:invalid_principal_type_for_assume_action");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<PrincipalValue>> principals =
        NamedPrincipals.addressed(statement.value());
    if (!statement.value().isAllow()
        || principals.isEmpty()
        || principals.stream().anyMatch(principal -> isUnclear(principal.value()))
        || !(statement.value().action().value() instanceof ActionElement.Action action)) {
      return;
    }
    boolean found = false;
    for (Located<ActionPattern> pattern : action.patterns()) {
      if (isOneCall(pattern.value())
          && principals.stream().noneMatch(one -> pattern.value().matches(call(one)))) {
        reportCall(pattern, action, principals.get(0), policy, findings);
        found = true;
      }
    }
    if (!found && action.patterns().stream().anyMatch(one -> TrustActions.assumes(one.value()))) {
      for (Located<PrincipalValue> principal : principals) {
        if (action.patterns().stream().noneMatch(one -> one.value().matches(call(principal)))) {
          reportPrincipal(principal, findings);
        }
      }
    }
  }

  private static ActionName call(Located<PrincipalValue> principal) {
    return TrustActions.callOf(principal.value());
  }

  /* Everyone includes those who come with a token. */
  private static boolean isUnclear(PrincipalValue value) {
    return value instanceof PrincipalValue.Unrecognized
        || value instanceof PrincipalValue.Everyone
        || (value instanceof PrincipalValue.Federated
            && !TrustActions.isSaml(value)
            && OidcTrust.issuer(value).isEmpty());
  }

  private static boolean isOneCall(ActionPattern pattern) {
    return TrustActions.assumes(pattern)
        && pattern.text().indexOf('*') < 0
        && pattern.text().indexOf('?') < 0;
  }

  private static void reportCall(
      Located<ActionPattern> pattern,
      ActionElement action,
      Located<PrincipalValue> principal,
      LintedPolicy policy,
      Findings findings) {
    String right = TrustActions.spelled(call(principal));
    Findings.Draft draft =
        findings
            .at(pattern.span())
            .message(
                "`"
                    + pattern.value().text()
                    + "` is not the call by which `"
                    + principal.value().text()
                    + "` assumes a role")
            .advice("that is `" + right + "`")
            .related(principal.span(), "this principal");
    if (action.patterns().stream().noneMatch(one -> one.value().matches(call(principal)))) {
      ListEdit.replace(Fix.Kind.OFFER, "write `" + right + "`", pattern.span(), right, policy)
          .ifPresent(draft::fix);
    }
    draft.add();
  }

  private static void reportPrincipal(Located<PrincipalValue> principal, Findings findings) {
    findings.add(
        principal.span(),
        "`" + principal.value().text() + "` assumes a role by none of these actions",
        "its call is `" + TrustActions.spelled(call(principal)) + "`");
  }
}
