package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A key for everyone who comes through a service: every account comes through it. AWS: "AWS KMS
 * condition keys", kms:ViaService.
 */
final class KmsViaServiceOnly implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "kms-viaservice-only", "every account reaches the key through a service")
        .on(Kind.KMS_KEY)
        .issueCode("MISSING_PAIRED_CONDITION_KEYS")
        .insteadOf("public-weak-condition");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.isAllow()
        && PublicGrant.everyone(statement.principal()).isPresent()
        && Denial.toStrangers(policy).isEmpty()
        && Confinement.of(statement, policy) instanceof Confinement.Seeming seeming
        && seeming.weak().isOf("kms:ViaService")) {
      findings.add(
          seeming.weak().valuesSpan(),
          "`kms:ViaService` says which service asks, and every account has that service",
          "add `StringEquals` on `kms:CallerAccount` with the account that owns the key");
    }
  }
}
