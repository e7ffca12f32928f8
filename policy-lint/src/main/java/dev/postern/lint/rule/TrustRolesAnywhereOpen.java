package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * Roles Anywhere, whichever trust anchor and certificate. AWS: "Trust model in AWS Identity and
 * Access Management Roles Anywhere".
 */
final class TrustRolesAnywhereOpen implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "trust-roles-anywhere-open", "any certificate of any trust anchor will do")
        .on(Kind.TRUST);
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<PrincipalValue> principal :
        NamedPrincipals.allowed(statement.value(), PrincipalKind.SERVICE)) {
      if (principal.value().text().equals("rolesanywhere.amazonaws.com")
          && KeyUse.allOf(statement.value(), policy).stream()
              .noneMatch(TrustRolesAnywhereOpen::saysWhich)) {
        findings.add(
            principal.span(),
            "any certificate of any trust anchor of the account will do",
            "test `aws:SourceArn`, the trust anchor, or `aws:PrincipalTag/x509Subject/CN`");
      }
    }
  }

  private static boolean saysWhich(KeyUse use) {
    return !use.holdsOnAbsentKey()
        && (use.isOf("aws:SourceArn") || use.isOfFamily("aws:PrincipalTag/x509"))
        && !use.texts().contains("*");
  }
}
