package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalSet;
import dev.postern.model.Statement;

/**
 * The statement that each key policy begins with: the account, and so its IAM policies, may do
 * everything with the key. AWS: "Default key policy".
 */
final class KeyOwner {
  private static final int ACCOUNT_DIGITS = 12;

  private KeyOwner() {}

  /** Whether a statement of a key policy speaks of accounts as a whole only. */
  static boolean isOnly(Statement statement, LintedPolicy policy) {
    return policy.type().kind() == Kind.KMS_KEY
        && statement.principal().value() instanceof PrincipalElement.Principal principal
        && principal.principals() instanceof PrincipalSet.Listed listed
        && !listed.entries().isEmpty()
        && listed.entries().stream().allMatch(KeyOwner::isAccounts);
  }

  private static boolean isAccounts(PrincipalSet.Entry entry) {
    return entry.kind().value() == PrincipalKind.AWS
        && entry.values().value().stream().allMatch(value -> isAccount(value.value().text()));
  }

  private static boolean isAccount(String text) {
    return text.endsWith(":root")
        || (text.length() == ACCOUNT_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9'));
  }
}
