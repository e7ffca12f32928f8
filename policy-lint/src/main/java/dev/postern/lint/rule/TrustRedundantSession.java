package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A role's session beside the role, which stands for all its sessions. */
final class TrustRedundantSession implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("trust-redundant-session", "a role stands for all its sessions")
        .on(Kind.TRUST)
        .issueCode("REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY")
        .insteadOf("principal-session");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<PrincipalValue>> principals =
        NamedPrincipals.addressed(statement.value());
    for (Located<PrincipalValue> principal : principals) {
      if (principal.value() instanceof PrincipalValue.RoleSession session) {
        principals.stream()
            .filter(
                other -> other.value() instanceof PrincipalValue.Role role && isOf(session, role))
            .findFirst()
            .ifPresent(role -> report(principal, role, policy, findings));
      }
    }
  }

  /* A session's ARN has the role's name without its path. */
  private static boolean isOf(PrincipalValue.RoleSession session, PrincipalValue.Role role) {
    Arn of = role.arn();
    String name = of.resource().substring(of.resource().lastIndexOf('/') + 1);
    return session.arn().partition().equals(of.partition())
        && session.arn().account().equals(of.account())
        && session.arn().resource().startsWith("assumed-role/" + name + "/");
  }

  private static void report(
      Located<PrincipalValue> session,
      Located<PrincipalValue> role,
      LintedPolicy policy,
      Findings findings) {
    Findings.Draft draft =
        findings
            .at(session.span())
            .message("`" + session.value().text() + "` beside its role")
            .advice("take it out, or the role, if one session alone is meant")
            .related(role.span(), "this stands for it");
    // A session that is named may pass where the role's boundary says nothing.
    ListEdit.remove(Fix.Kind.OFFER, "take the session out", session.span(), policy)
        .ifPresent(draft::fix);
    draft.add();
  }
}
