package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalKind;
import dev.postern.model.Statement;
import dev.postern.model.json.JsonValue.JsonArray;
import dev.postern.model.json.JsonValue.JsonObject;

/**
 * A key's policy that lets nobody change it. Not even the root user then can: AWS Support has to.
 * AWS: "Default key policy".
 */
final class KmsLockout implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("kms-lockout", "nobody can change the key's policy").on(Kind.KMS_KEY);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    if (isReadWhole(policy)
        && KeyPolicy.allowing(KeyPolicy.PUT_POLICY, policy).stream()
            .noneMatch(KmsLockout::speaksToAccounts)) {
      findings.add(
          policy.document().statements().span(),
          "no statement allows `kms:PutKeyPolicy` to a principal of an account",
          "allow `kms:*` to the account that owns the key, or `kms:PutKeyPolicy` to an"
              + " administrator");
    }
  }

  /*
   * What could not be read may be what lets somebody change it, and denials alone are hardly all of
   * a policy.
   */
  private static boolean isReadWhole(LintedPolicy policy) {
    int statements = policy.document().statementList().size();
    return policy.document().statementList().stream()
            .anyMatch(statement -> statement.value().isAllow())
        && policy
            .json()
            .filter(JsonObject.class::isInstance)
            .flatMap(json -> ((JsonObject) json).get("Statement"))
            .map(list -> list instanceof JsonArray array ? array.elements().size() : 1)
            .orElse(statements)
            .equals(statements);
  }

  private static boolean speaksToAccounts(Statement statement) {
    return PublicGrant.everyone(statement.principal()).isPresent()
        || statement.principal().value() instanceof PrincipalElement.NotPrincipal
        || !NamedPrincipals.allowed(statement, PrincipalKind.AWS).isEmpty();
  }
}
