package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionName;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose the resource is that a policy belongs to, as far as the policy itself tells: the account in
 * the ARNs of its resources, or the one account that administers a key. A bucket's ARN tells none.
 */
final class ResourceOwner {
  private static final ActionName PUT_KEY_POLICY = ActionName.of("kms:PutKeyPolicy");

  private ResourceOwner() {}

  /** The account's 12 digits; nothing where the policy does not tell, or tells several. */
  static Optional<String> of(LintedPolicy policy) {
    ImmutableSet<String> accounts =
        policy.document().statementList().stream()
            .flatMap(statement -> statement.value().resource().value().patterns().stream())
            .flatMap(pattern -> Arn.parse(pattern.value().text()).stream())
            .map(Arn::account)
            .filter(ResourceOwner::isAccount)
            .collect(toImmutableSet());
    return accounts.isEmpty() && policy.type().kind() == Kind.KMS_KEY
        ? only(administrators(policy))
        : only(accounts);
  }

  /** The account of a principal; nothing for services, for everyone, and for bare ids. */
  static Optional<String> accountOf(PrincipalValue principal) {
    if (principal instanceof PrincipalValue.Account account) {
      return Optional.of(account.account());
    }
    return Arn.parse(principal.text()).map(Arn::account).filter(ResourceOwner::isAccount);
  }

  private static ImmutableSet<String> administrators(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(statement -> statement.action().value().covers(PUT_KEY_POLICY))
        .flatMap(ResourceOwner::accounts)
        .collect(toImmutableSet());
  }

  private static Stream<String> accounts(Statement statement) {
    return NamedPrincipals.allowed(statement, PrincipalKind.AWS).stream()
        .flatMap(principal -> accountOf(principal.value()).stream());
  }

  private static Optional<String> only(ImmutableSet<String> accounts) {
    return accounts.size() == 1 ? accounts.stream().findFirst() : Optional.empty();
  }

  private static boolean isAccount(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
