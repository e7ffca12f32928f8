package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A key for every principal of an account. The key's policy gives the access by itself, so that
 * what IAM grants them no longer counts. AWS: "Authorizing use of a KMS key", kms:CallerAccount.
 */
final class KmsCallerAccountOnly implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "kms-calleraccount-only",
            "every principal of an account has the key, whatever IAM says")
        .on(Kind.KMS_KEY);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow() || PublicGrant.everyone(statement.principal()).isEmpty()) {
      return;
    }
    ImmutableList<KeyUse> uses = KeyUse.allOf(statement, policy);
    if (uses.size() == 1
        && uses.get(0).isOf("kms:CallerAccount")
        && Confinement.of(statement, policy).isConfined()) {
      findings.add(
          uses.get(0).valuesSpan(),
          "every user and role of the account may use the key, without a policy of its own",
          "let the account be the principal, so that IAM decides who of it, or add"
              + " `kms:ViaService`");
    }
  }
}
