package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.ConditionElement;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;

/**
 * Assertions of a SAML provider, made for whomever. AWS: "Available keys for SAML-based AWS STS
 * federation".
 */
final class TrustSamlNoAudience implements StatementRule {
  private static final String SIGN_IN = "https://signin.aws.amazon.com/saml";

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
        report(principal, statement.value(), findings);
      }
    }
  }

  private static void report(
      Located<PrincipalValue> principal, Statement statement, Findings findings) {
    Findings.Draft draft =
        findings
            .at(principal.span())
            .message("assertions of `" + principal.value().text() + "` for any audience will do")
            .advice("test `SAML:aud`: `" + SIGN_IN + "` in the standard partition");
    if (statement.condition().value() instanceof ConditionElement.Absent
        && principal.value().text().startsWith("arn:aws:")) {
      SourceSpan action = statement.action().span();
      int length = action.endOffset() - action.startOffset();
      draft.fix(
          Fix.offer(
              "test the audience",
              action.part(length, length),
              ", \"Condition\": {\"StringEquals\": {\"SAML:aud\": \"" + SIGN_IN + "\"}}"));
    }
    draft.add();
  }

  private static boolean asks(KeyUse use) {
    return (use.isOf("SAML:aud") || use.isOf("SAML:iss") || use.isOf("SAML:doc"))
        && use.domain() != Domain.PRESENCE
        && !use.holdsOnAbsentKey();
  }
}
