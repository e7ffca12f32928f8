package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.lint.account.AccountPrincipal.Role;
import dev.postern.model.ActionName;
import dev.postern.model.Arn;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourceElement;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A role, whom it certainly trusts and what it certainly may assume. A condition that narrows, a
 * Deny or a boundary leaves nothing certain.
 *
 * @param role the role
 * @param place where its trust policy lets somebody in
 * @param trusted the ARNs that it trusts by name
 * @param trustsAccount whether it trusts whomever its account lets assume it
 * @param assumes the resources on which it may assume roles
 */
record AssumableRole(
    Role role,
    SourceSpan place,
    ImmutableSet<String> trusted,
    boolean trustsAccount,
    ImmutableSet<String> assumes) {
  private static final ActionName ASSUME_ROLE = ActionName.of("sts:AssumeRole");

  /** One of an account's; nothing of a principal that is no role, or that trusts nobody. */
  static Optional<AssumableRole> of(LintedPrincipal principal, LintedAccount account) {
    if (!(principal.details().orElse(null) instanceof Role role) || role.trust().isEmpty()) {
      return Optional.empty();
    }
    LintedPolicy trust = account.policy(role.trust().get(0));
    List<Located<PrincipalValue>> trusted = new ArrayList<>();
    if (statements(trust).noneMatch(Statement::isDeny)) {
      statements(trust)
          .filter(statement -> isCertain(statement, trust))
          .forEach(
              statement -> trusted.addAll(NamedPrincipals.allowed(statement, PrincipalKind.AWS)));
    }
    String own = Arn.parse(role.arn()).map(Arn::account).orElse("");
    return trusted.stream()
        .findFirst()
        .map(
            first ->
                new AssumableRole(
                    role,
                    first.span(),
                    trusted.stream().map(each -> each.value().text()).collect(toImmutableSet()),
                    trusted.stream().anyMatch(each -> isAccount(each.value(), own)),
                    assumes(principal)));
  }

  private static boolean isAccount(PrincipalValue principal, String own) {
    return principal instanceof PrincipalValue.Everyone
        || (principal instanceof PrincipalValue.Account account && account.account().equals(own));
  }

  private static ImmutableSet<String> assumes(LintedPrincipal principal) {
    ImmutableList<LintedPolicy> policies = principal.policies();
    boolean isLimited =
        principal.details().filter(details -> !details.boundary().isEmpty()).isPresent()
            || policies.stream().flatMap(AssumableRole::statements).anyMatch(AssumableRole::denies);
    return isLimited
        ? ImmutableSet.of()
        : policies.stream().flatMap(AssumableRole::resources).collect(toImmutableSet());
  }

  private static Stream<String> resources(LintedPolicy policy) {
    return statements(policy)
        .filter(statement -> isCertain(statement, policy))
        .map(statement -> statement.resource().value())
        .filter(ResourceElement.Resource.class::isInstance)
        .flatMap(resource -> resource.patterns().stream())
        .map(pattern -> pattern.value().text());
  }

  private static boolean denies(Statement statement) {
    return statement.isDeny() && statement.action().value().covers(ASSUME_ROLE);
  }

  private static boolean isCertain(Statement statement, LintedPolicy policy) {
    return statement.isAllow()
        && statement.action().value().covers(ASSUME_ROLE)
        && !Restraint.isOn(statement, policy);
  }

  private static Stream<Statement> statements(LintedPolicy policy) {
    return policy.document().statementList().stream().map(Located::value);
  }
}
