package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** All that there is to do with a key, for one user or role. */
final class KmsFullNonRoot implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("kms-full-nonroot", "a principal may do everything with the key")
        .on(Kind.KMS_KEY);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.isAllow() && KeyPolicy.namesAll(statement)) {
      for (Located<PrincipalValue> principal : KeyPolicy.identities(statement)) {
        findings
            .at(principal.span())
            .message(
                "`"
                    + principal.value().text()
                    + "` may administer the key, use it and schedule its deletion")
            .advice("list the actions that it needs; `kms:*` is for the account")
            .related(statement.action().span(), "these are its actions")
            .add();
      }
    }
  }
}
