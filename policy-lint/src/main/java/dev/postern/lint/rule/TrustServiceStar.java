package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Every service is let in. */
final class TrustServiceStar implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("trust-service-star", "every AWS service is trusted")
        .on(Kind.TRUST, Kind.RESOURCE, Kind.KMS_KEY)
        .issueCode("UNSUPPORTED_WILDCARD_IN_PRINCIPAL")
        .insteadOf("principal-partial-wildcard")
        .peers("boogy:service_principal_wildcard");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<PrincipalValue> principal :
        NamedPrincipals.allowed(statement.value(), PrincipalKind.SERVICE)) {
      if (principal.value().text().equals("*")) {
        findings.add(
            principal.span(),
            "`*` as a service principal: any service, for whoever uses it",
            "name the service that needs it");
      }
    }
  }
}
