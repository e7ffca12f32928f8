package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** A name that looks like a service principal, and no service is known by it. */
record PrincipalServiceUnknown(ServicePrincipals services) implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("principal-service-unknown", "no service is known by this name")
        .on(Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST);
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<PrincipalValue> principal :
        NamedPrincipals.of(statement.value(), PrincipalKind.SERVICE)) {
      String text = principal.value().text();
      if (principal.value() instanceof PrincipalValue.Service
          && !services.isKnown(text, policy.catalog())) {
        report(principal, services.nearest(text, policy.catalog()), policy, findings);
      }
    }
  }

  private static void report(
      Located<PrincipalValue> principal,
      Optional<String> nearest,
      LintedPolicy policy,
      Findings findings) {
    Findings.Draft draft =
        findings
            .at(principal.span())
            .message(
                "no service principal `"
                    + principal.value().text()
                    + "` is known, nor such a service in the catalog of "
                    + policy.catalog().info().dataDate())
            .advice(
                nearest
                    .map(name -> "did you mean `" + name + "`?")
                    .orElse("look it up on the service's own page about roles"));
    nearest
        .flatMap(
            name ->
                ListEdit.replace(
                    Fix.Kind.OFFER, "write `" + name + "`", principal.span(), name, policy))
        .ifPresent(draft::fix);
    draft.add();
  }
}
