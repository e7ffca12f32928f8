package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Who administers a key also decrypts with it, against the separation of duties. */
final class KmsAdminAndUse implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("kms-admin-and-use", "a principal both administers the key and uses it")
        .on(Kind.KMS_KEY);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    for (Statement using : KeyPolicy.allowing(KeyPolicy.DECRYPT, policy)) {
      for (Located<PrincipalValue> user : KeyPolicy.identities(using)) {
        KeyPolicy.allowing(KeyPolicy.PUT_POLICY, policy).stream()
            .filter(administering -> !KeyPolicy.namesAll(administering))
            .flatMap(administering -> KeyPolicy.identities(administering).stream())
            .filter(administrator -> administrator.value().equals(user.value()))
            .findFirst()
            .filter(administrator -> !KeyPolicy.namesAll(using))
            .ifPresent(
                administrator ->
                    findings
                        .at(user.span())
                        .message(
                            "`"
                                + user.value().text()
                                + "` may change the key's policy and decrypt with the key")
                        .advice("let one role administer the key and another one use it")
                        .related(administrator.span(), "here it administers")
                        .add());
      }
    }
  }
}
