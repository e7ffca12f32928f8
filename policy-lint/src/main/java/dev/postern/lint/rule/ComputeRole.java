package dev.postern.lint.rule;

import dev.postern.lint.account.AccountPolicy;
import dev.postern.lint.account.AccountPrincipal.Role;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.stream.Stream;

/**
 * A role that a service may assume to run somebody's code or orders.
 *
 * @param role the role
 * @param principal the same with its policies
 * @param service the service that it trusts
 * @param place where the trust policy says so
 */
record ComputeRole(Role role, LintedPrincipal principal, String service, SourceSpan place) {
  private static final String EC2 = "ec2.amazonaws.com";

  /** One for each service that a role trusts; none of EC2 without an instance profile. */
  static Stream<ComputeRole> of(LintedPrincipal principal) {
    if (!(principal.details().orElse(null) instanceof Role role)) {
      return Stream.empty();
    }
    return role.trust().stream()
        .map(AccountPolicy::reading)
        .flatMap(reading -> reading.readablePart().statementList().stream())
        .flatMap(
            statement -> NamedPrincipals.allowed(statement.value(), PrincipalKind.SERVICE).stream())
        .map(service -> of(role, principal, service))
        .filter(found -> !found.service.equals(EC2) || !role.instanceProfiles().isEmpty());
  }

  private static ComputeRole of(
      Role role, LintedPrincipal principal, Located<PrincipalValue> service) {
    String name =
        ServiceName.of(service.value().text())
            .map(found -> found.name() + ".amazonaws.com")
            .orElse(service.value().text());
    return new ComputeRole(role, principal, name, service.span());
  }

  boolean isOf(String other) {
    return service.equals(other);
  }

  boolean isAdmin() {
    return principal.isAdmin();
  }

  /** For people: {@code role `web`}. */
  String describe() {
    return role.describe();
  }
}
