package dev.postern.lint.rule;

import dev.postern.lint.rule.ServicePrincipals.Trait;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A service that may assume the role, and what that means. One table.
 *
 * @param info the rule
 * @param services what is known of services
 * @param trait the services that the rule speaks of
 * @param what the message, behind the service
 * @param advice what would be better
 */
record TrustService(
    RuleInfo info, ServicePrincipals services, Trait trait, String what, String advice)
    implements StatementRule {

  static TrustService compute(ServicePrincipals services) {
    return new TrustService(
        RuleInfo.suggestion(
                "trust-compute-service", "code that runs on a service has the role's credentials")
            .on(Kind.TRUST)
            .strict()
            .peers("cloudsplaining:AssumableByComputeService"),
        services,
        Trait.COMPUTE,
        "gives the role to code that runs on it, and so to whoever may put code there",
        "let the role do only what that code needs");
  }

  static TrustService noSource(ServicePrincipals services) {
    return new TrustService(
        RuleInfo.warning(
                "trust-service-no-source", "a service may assume the role for other accounts")
            .on(Kind.TRUST)
            .issueCode("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL")
            .peers(
                "prowler:iam_role_cross_service_confused_deputy_prevention",
                "boogy:confused_deputy_risk"),
        services,
        Trait.SOURCE,
        "assumes roles for resources of any account that names them",
        "test `aws:SourceAccount` or `aws:SourceArn`, which it sends");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<PrincipalValue> principal :
        NamedPrincipals.allowed(statement.value(), PrincipalKind.SERVICE)) {
      if (services.has(principal.value().text(), trait)
          && (trait != Trait.SOURCE || !asksForSource(statement.value(), policy))) {
        findings.add(principal.span(), "`" + principal.value().text() + "` " + what, advice);
      }
    }
  }

  /* How well the source is confined is for other rules. */
  private static boolean asksForSource(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .anyMatch(
            use ->
                use.isOf("aws:SourceArn")
                    || use.isOf("aws:SourceAccount")
                    || use.isOf("aws:SourceOrgID")
                    || use.isOf("aws:SourceOrgPaths"));
  }
}
