package dev.postern.lint.rule;

import dev.postern.model.BaseOperator;
import dev.postern.model.ConditionValue;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Guests of a Cognito identity pool. AWS: "Role trust and permissions" of Amazon Cognito. */
final class TrustCognitoUnauthenticated implements StatementRule {
  private static final String GUEST = "unauthenticated";

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("trust-cognito-unauthenticated", "guests may assume the role")
        .on(Kind.TRUST);
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (OidcTrust trust : OidcTrust.of(statement.value(), policy)) {
      if (!trust.issuer().equals(OidcTrust.COGNITO)) {
        continue;
      }
      for (KeyUse use : trust.namingTestsOf("amr")) {
        for (Located<ConditionValue> value : use.values()) {
          if (admitsGuests(use, value.value().text())) {
            findings.add(
                value.span(),
                "`"
                    + value.value().text()
                    + "` lets in whoever visits the application, signed in"
                    + " or not",
                "`authenticated`, unless the role is the one for guests");
          }
        }
      }
    }
  }

  private static boolean admitsGuests(KeyUse use, String text) {
    return use.base() == BaseOperator.STRING_LIKE
        ? Glob.of(text).matches(GUEST)
        : text.equals(GUEST);
  }
}
