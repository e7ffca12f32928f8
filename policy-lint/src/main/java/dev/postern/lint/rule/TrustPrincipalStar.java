package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * {@code "Principal": "*"} in a trust policy. AWS: "IAM Access Analyzer policy check reference".
 */
final class TrustPrincipalStar implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("trust-principal-star", "a trust policy has no `\"Principal\": \"*\"`")
        .on(Kind.TRUST)
        .issueCode("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    PrincipalElement principal = statement.value().principal().value();
    if (principal instanceof PrincipalElement.Principal
        && principal.principals() instanceof PrincipalSet.Everyone) {
      findings.add(
          statement.value().principal().span(),
          "`\"Principal\": \"*\"` in a trust policy",
          "name the kind of principal: `{\"AWS\": \"111122223333\"}`");
    }
  }
}
