package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalSet;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** MFA asked of services and federated users, whose requests never tell of it. */
final class MfaNeverInContext implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("mfa-never-in-context", "these principals never have the MFA key")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST);
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!hasNoneWithMfa(statement.value())) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> use.isOfFamily(MfaUse.FAMILY) && !use.holdsOnAbsentKey())
        .ifPresent(
            use ->
                findings.add(
                    use.valuesSpan(),
                    "a request of a service or of a federated user has no `"
                        + use.key().text()
                        + "`, so the statement has no effect",
                    "MFA is asked for where the user signs in; take the test away"));
  }

  private static boolean hasNoneWithMfa(Statement statement) {
    return statement.principal().value() instanceof PrincipalElement.Principal principal
        && principal.principals() instanceof PrincipalSet.Listed listed
        && !listed.entries().isEmpty()
        && listed.entries().stream()
            .map(entry -> entry.kind().value())
            .allMatch(kind -> kind == PrincipalKind.SERVICE || kind == PrincipalKind.FEDERATED);
  }
}
