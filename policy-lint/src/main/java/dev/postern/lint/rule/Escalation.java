package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceSpan;
import java.util.Optional;

/**
 * Ways from what a policy grants to more, one rule for each kind. A way is told in its shortest
 * form: one that takes the actions of a shorter one and others besides is left out.
 */
record Escalation(RuleInfo info, EscalationPath.Kind kind) implements PrincipalRule {
  static Escalation self() {
    return of(
        RuleInfo.securityWarning("privesc-self", "a way to more rights for oneself")
            .peers(
                "cloudsplaining:PrivilegeEscalation",
                "checkov:CKV_AWS_110",
                "checkov:CKV_AWS_286",
                "parliament:PRIVILEGE_ESCALATION",
                "prowler:allows_privilege_escalation",
                "boogy:privilege_escalation"),
        EscalationPath.Kind.SELF);
  }

  static Escalation principal() {
    return of(
        RuleInfo.securityWarning("privesc-principal", "a way to become another principal")
            .peers(
                "cloudsplaining:PrivilegeEscalation",
                "parliament:PRIVILEGE_ESCALATION",
                "prowler:allows_privilege_escalation"),
        EscalationPath.Kind.PRINCIPAL);
  }

  static Escalation newCompute() {
    return of(
        RuleInfo.securityWarning("privesc-new-compute", "a way to a role: start something with it")
            .peers(
                "cloudsplaining:PrivilegeEscalation",
                "parliament:PRIVILEGE_ESCALATION",
                "prowler:allows_privilege_escalation",
                "boogy:privilege_escalation"),
        EscalationPath.Kind.NEW_COMPUTE);
  }

  static Escalation existingCompute() {
    return of(
        RuleInfo.warning("privesc-existing-compute", "a way to a role: enter what has it")
            .peers("cloudsplaining:PrivilegeEscalation", "prowler:allows_privilege_escalation"),
        EscalationPath.Kind.EXISTING_COMPUTE);
  }

  static Escalation guardrail() {
    return of(
        RuleInfo.securityWarning("privesc-guardrail", "a way around a limit: take it away")
            .peers("prowler:allows_privilege_escalation"),
        EscalationPath.Kind.GUARDRAIL);
  }

  static Escalation resourcePolicy() {
    return of(
        RuleInfo.warning("privesc-resource-policy", "a way to data: write what guards it")
            .peers("parliament:RESOURCE_POLICY_PRIVILEGE_ESCALATION"),
        EscalationPath.Kind.RESOURCE_POLICY);
  }

  private static Escalation of(RuleInfo info, EscalationPath.Kind kind) {
    return new Escalation(info.on(PolicyType.Kind.IDENTITY), kind);
  }

  @Override
  public void check(LintedPrincipal principal, Findings findings) {
    if (principal.isActingThroughMembers()) {
      return;
    }
    EscalationWalk.shortest(kind, principal.grants())
        .forEach(walk -> report(walk, principal, findings));
  }

  private void report(EscalationWalk walk, LintedPrincipal principal, Findings findings) {
    EscalationPath path = walk.path();
    ImmutableList<SourceSpan> places = walk.steps().values().asList();
    ImmutableList<ActionName> actions = walk.steps().keySet().asList();
    Findings.Draft draft =
        findings
            .at(places.get(0))
            .about(path.id())
            .message(
                NameList.quoted(actions.stream().map(ActionName::text).toList())
                    + " on "
                    + path.on()
                    + " gives "
                    + path.gains()
                    + (path.needs().isEmpty() ? "" : "; needs " + path.needs()))
            .advice("take one of the actions away, or name the resources that are meant");
    for (int i = 1; i < places.size(); i++) {
      draft.related(places.get(i), "`" + actions.get(i).text() + "`");
    }
    if (kind == EscalationPath.Kind.EXISTING_COMPUTE) {
      target(path, principal)
          .ifPresent(
              role ->
                  draft
                      .severity(Severity.SECURITY_WARNING)
                      .related(role.place(), role.describe() + ", an administrator, may be such"));
    }
    draft.add();
  }

  private static Optional<ComputeRole> target(EscalationPath path, LintedPrincipal principal) {
    return principal
        .account()
        .filter(account -> !principal.isAdmin())
        .flatMap(
            account ->
                account.computeRoles().stream()
                    .filter(ComputeRole::isAdmin)
                    .filter(role -> role.isOf(path.service()))
                    .findFirst());
  }
}
