package dev.postern.lint.rule;

import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * Who may make any grant may give the key's use to anyone, past its policy. AWS: "Grants in AWS
 * KMS", best practices.
 */
final class KmsGrantOpen implements StatementRule {
  private static final ActionName CREATE_GRANT = ActionName.of("kms:CreateGrant");

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("kms-grant-open", "grants of a key may be made for anything")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY)
        .peers("cloudsplaining:ResourceExposure");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    boolean isConfined =
        KeyUse.allOf(statement, policy).stream()
            .anyMatch(
                use ->
                    use.isOf("kms:GrantIsForAWSResource")
                        || use.isOf("kms:GrantOperations")
                        || use.isOf("kms:GranteePrincipal")
                        || use.isOf("kms:GrantConstraintType")
                        || use.isOf("kms:ViaService")
                        || use.isOfFamily("kms:EncryptionContext"));
    if (statement.isAllow() && !isConfined) {
      ActionReach.of(statement, CREATE_GRANT)
          .filter(reach -> reach.shape() == ActionReach.Shape.NAMED)
          .ifPresent(
              reach ->
                  findings.add(
                      reach.span(),
                      "`kms:CreateGrant` gives the use of the key to anyone, for any operation",
                      "confine it with `kms:GrantIsForAWSResource`, `kms:GrantOperations` or"
                          + " `kms:GranteePrincipal`"));
    }
  }
}
