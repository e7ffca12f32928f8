package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.lint.account.AccountPrincipal.Role;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** A role that trusts an account that nobody named as trusted, or no longer does. */
final class AccountTrustUnusedAccount implements PrincipalRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "account-trust-unused-account", "a role trusts an account that nobody speaks of")
        .on(Kind.TRUST)
        .optIn(AccountTrustUnusedAccount::isConfigured);
  }

  private static boolean isConfigured(Expectations expectations) {
    return !expectations.trustedAccounts().isEmpty()
        || !expectations.organizationAccounts().isEmpty();
  }

  @Override
  public void check(LintedPrincipal principal, Findings findings) {
    if (principal.details().orElse(null) instanceof Role role) {
      principal
          .account()
          .map(LintedAccount::expectations)
          .filter(AccountTrustUnusedAccount::isConfigured)
          .ifPresent(expectations -> check(role, known(role, expectations), findings));
    }
  }

  private static ImmutableSet<String> known(Role role, Expectations expectations) {
    ImmutableSet.Builder<String> known = ImmutableSet.builder();
    known.addAll(expectations.trustedAccounts());
    known.addAll(expectations.organizationAccounts());
    Arn.parse(role.arn()).map(Arn::account).ifPresent(known::add);
    return known.build();
  }

  private static void check(Role role, ImmutableSet<String> known, Findings findings) {
    role.trust().stream()
        .flatMap(trust -> trust.reading().readablePart().statementList().stream())
        .map(Located::value)
        .forEach(statement -> check(statement, role, known, findings));
  }

  private static void check(
      Statement statement, Role role, ImmutableSet<String> known, Findings findings) {
    for (Located<PrincipalValue> principal :
        NamedPrincipals.allowed(statement, PrincipalKind.AWS)) {
      Optional<String> account = ResourceOwner.accountOf(principal.value());
      if (account.isPresent() && !known.contains(account.get())) {
        findings.add(
            principal.span(),
            role.describe() + " trusts the account `" + account.get() + "`",
            "take it out, or name it among the trusted accounts");
      }
    }
  }
}
