package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * Assertions of a SAML provider, made for whomever. AWS: "Available keys for SAML-based AWS STS
 * federation".
 */
final class TrustSamlNoAudience implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "trust-saml-no-audience", "whom a SAML assertion was made for is not asked")
        .on(Kind.TRUST)
        .peers("boogy:missing_required_condition_for_assume_action");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    boolean isAsked =
        KeyUse.allOf(statement.value(), policy).stream().anyMatch(TrustSamlNoAudience::asks);
    for (Located<PrincipalValue> principal :
        NamedPrincipals.allowed(statement.value(), PrincipalKind.FEDERATED)) {
      if (!isAsked && TrustActions.isSaml(principal.value())) {
        findings.add(
            principal.span(),
            "assertions of `" + principal.value().text() + "` for any audience will do",
            "test `SAML:aud`: `https://signin.aws.amazon.com/saml` in the standard partition");
      }
    }
  }

  private static boolean asks(KeyUse use) {
    return (use.isOf("SAML:aud") || use.isOf("SAML:iss") || use.isOf("SAML:doc"))
        && use.domain() != Domain.PRESENCE
        && !use.holdsOnAbsentKey();
  }
}
