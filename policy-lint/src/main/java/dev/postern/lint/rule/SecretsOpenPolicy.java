package dev.postern.lint.rule;

import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A secret for a whole account of others, or with all that there is to do with it. */
final class SecretsOpenPolicy implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("secrets-open-policy", "a secret's policy gives it away widely")
        .on(Kind.RESOURCE)
        .insteadOf("cross-account-full")
        .peers("prowler:secretsmanager_has_restrictive_resource_policy");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow() || !isOfSecret(statement, policy)) {
      return;
    }
    for (Located<ActionPattern> action : statement.action().value().patterns()) {
      if (action.value().servicePattern().equals("secretsmanager")
          && action.value().namePattern().equals("*")) {
        findings.add(
            action.span(),
            "`secretsmanager:*` is the secret, its deletion and its policy",
            "allow `secretsmanager:GetSecretValue` and what else is needed");
        return;
      }
    }
    CrossAccountFull.foreigner(statement, policy)
        .filter(foreigner -> foreigner.value() instanceof PrincipalValue.Account)
        .filter(foreigner -> KeyUse.allOf(statement, policy).isEmpty())
        .ifPresent(
            foreigner ->
                findings.add(
                    foreigner.span(),
                    "whomever `"
                        + foreigner.value().text()
                        + "` chooses, another account than the secret's, gets it",
                    "name the role of that account that needs it"));
  }

  private static boolean isOfSecret(Statement statement, LintedPolicy policy) {
    return policy
        .type()
        .resourceType()
        .map(type -> type.startsWith("AWS::SecretsManager::"))
        .orElseGet(
            () ->
                policy.actions(statement).stream()
                    .allMatch(action -> action.service().equals("secretsmanager")));
  }
}
