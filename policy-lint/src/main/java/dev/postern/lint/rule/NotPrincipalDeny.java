package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** {@code Deny} with {@code NotPrincipal}. AWS: "AWS JSON policy elements: NotPrincipal". */
final class NotPrincipalDeny implements StatementRule {
  @Override
  public RuleInfo info() {
    // Of key policies, `kms-notprincipal` speaks.
    return RuleInfo.securityWarning(
            "notprincipal-deny", "`Deny` with `NotPrincipal` denies more than it says")
        .on(Kind.RESOURCE)
        .peers("boogy:not_principal_usage");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (statement.value().isDeny()
        && statement.value().principal().value() instanceof PrincipalElement.NotPrincipal spared
        && spared.principals() instanceof PrincipalSet.Listed listed
        && listed.entries().stream().anyMatch(entry -> !entry.values().value().isEmpty())) {
      findings.add(
          statement.value().principal().span(),
          "`NotPrincipal` spares a role only if its session and its account are listed, too, and"
              + " never one with a permissions boundary",
          "write `\"Principal\": \"*\"` with `ArnNotEquals` on `aws:PrincipalArn`");
    }
  }
}
