package dev.postern.lint.rule;

import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * A service that acts for every account may use the resource, whoever it acts for. AWS: "The
 * confused deputy problem", cross-service confused deputy prevention.
 */
final class DeputyNoSource implements StatementRule {
  private static final String ADVICE =
      "say for whose resources, with `aws:SourceArn` or `aws:SourceAccount`";

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "deputy-no-source", "a service may use the resource for any account")
        .on(PolicyTypes.OF_RESOURCES)
        .issueCode("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL")
        .peers(
            "checkov:CKV_AWS_364",
            "trivy:AWS-0067",
            "prowler:*_cross_service_confused_deputy_prevention",
            "boogy:confused_deputy_risk");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    unrestricted(located.value(), policy)
        .ifPresent(
            service ->
                findings.add(
                    service.span(),
                    "`"
                        + service.value().text()
                        + "` acts for every account, and nothing says for whose resources it may"
                        + " do so here",
                    ADVICE));
  }

  private static Optional<Located<PrincipalValue>> unrestricted(
      Statement statement, LintedPolicy policy) {
    // A source key that does not confine, or a key of another kind, is another rule's.
    boolean isOpen =
        Confinement.of(statement, policy).isOpen()
            && KeyUse.allOf(statement, policy).stream().allMatch(DeputyNoSource::saysNothing)
            && Denial.toStrangers(policy).isEmpty();
    return isOpen ? service(statement, policy) : Optional.empty();
  }

  /** The first service to which a statement allows something that it does for other accounts. */
  static Optional<Located<PrincipalValue>> service(Statement statement, LintedPolicy policy) {
    return NamedPrincipals.allowed(statement, PrincipalKind.SERVICE).stream()
        .filter(service -> ServiceSources.saysFor(service.value().text(), statement, policy))
        .findFirst();
  }

  private static boolean saysNothing(KeyUse use) {
    return ConfiningKey.of(use).isEmpty()
        && !DeputyOtherKey.isForSource(use)
        && !use.isOfFamily("kms:EncryptionContext");
  }
}
