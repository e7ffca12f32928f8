package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** What can be said of a policy that belongs to a KMS key. */
final class KeyPolicy {
  static final ActionName PUT_POLICY = ActionName.of("kms:PutKeyPolicy");
  static final ActionName DECRYPT = ActionName.of("kms:Decrypt");

  private KeyPolicy() {}

  /** Its statements that allow an action; none if it is no key's policy. */
  static ImmutableList<Statement> allowing(ActionName action, LintedPolicy policy) {
    return policy.type().kind() == Kind.KMS_KEY
        ? policy.document().statementList().stream()
            .map(Located::value)
            .filter(Statement::isAllow)
            .filter(statement -> statement.action().value().covers(action))
            .collect(toImmutableList())
        : ImmutableList.of();
  }

  /** The users, roles and sessions to whom a statement allows; accounts and everyone left out. */
  static ImmutableList<Located<PrincipalValue>> identities(Statement statement) {
    return NamedPrincipals.allowed(statement, PrincipalKind.AWS).stream()
        .filter(principal -> !(principal.value() instanceof PrincipalValue.Account))
        .filter(principal -> !(principal.value() instanceof PrincipalValue.Everyone))
        .filter(principal -> !(principal.value() instanceof PrincipalValue.Unrecognized))
        .collect(toImmutableList());
  }

  /** Whether a statement names every action of KMS by one wildcard. */
  static boolean namesAll(Statement statement) {
    return statement.action().value().patterns().stream()
        .anyMatch(
            action ->
                action.value().isAny()
                    || (action.value().servicePattern().equals("kms")
                        && action.value().namePattern().equals("*")));
  }
}
