package dev.postern.lint.rule;

import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A role for people who pick the names of their sessions, so that CloudTrail does not say who they
 * were. AWS: "AWS STS condition keys", sts:RoleSessionName.
 */
final class StsSessionNameFree implements StatementRule {
  private static final ActionName ASSUME_ROLE = ActionName.of("sts:AssumeRole");

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "sts-session-name-free", "people pick the names of their sessions freely")
        .on(Kind.TRUST)
        .strict();
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    boolean saysWho =
        KeyUse.allOf(statement, policy).stream()
            .anyMatch(use -> use.isOf("sts:RoleSessionName") || use.isOf("sts:SourceIdentity"));
    boolean asksForMfa =
        KeyUse.allOf(statement, policy).stream()
            .anyMatch(use -> use.isOfFamily("aws:MultiFactorAuth"));
    if (saysWho || !statement.action().value().covers(ASSUME_ROLE)) {
      return;
    }
    // Only people have MFA devices, and users are people more often than not.
    NamedPrincipals.allowed(statement, PrincipalKind.AWS).stream()
        .filter(principal -> asksForMfa || principal.value() instanceof PrincipalValue.User)
        .findFirst()
        .ifPresent(
            principal ->
                findings.add(
                    principal.span(),
                    "nothing ties the name of a session to the person who takes it",
                    "add `\"StringLike\": {\"sts:RoleSessionName\": \"${aws:username}\"}`, or ask"
                        + " for `sts:SourceIdentity`"));
  }
}
