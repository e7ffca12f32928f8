package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Every action of every service, whatever it is allowed on. */
final class WildcardAction implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("wildcard-action", "every action of every service is allowed")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY, Kind.SESSION)
        .peers(
            "checkov:CKV_AWS_49",
            "checkov:CKV_AWS_63",
            "cfn_nag:F3",
            "cfn_nag:F4",
            "cfn_nag:F5",
            "cfn_nag:F15",
            "cfn_nag:F20",
            "boogy:wildcard_action",
            "trivy:AWS-0057");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.isAllow() && !KeyOwner.isOnly(statement, policy)) {
      AdminFull.everyAction(statement)
          .ifPresent(
              span ->
                  findings.add(
                      span,
                      "every action of every service is allowed, those that AWS adds later included",
                      "name the actions that are needed"));
    }
  }
}
