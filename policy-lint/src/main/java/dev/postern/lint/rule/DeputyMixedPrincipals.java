package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** One statement for services and for accounts, whose condition one of the two never meets. */
final class DeputyMixedPrincipals implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "deputy-mixed-principals", "a condition fits only some of the principals")
        .on(Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    Optional<Located<PrincipalValue>> service =
        NamedPrincipals.allowed(statement, PrincipalKind.SERVICE).stream().findFirst();
    Optional<Located<PrincipalValue>> account =
        NamedPrincipals.allowed(statement, PrincipalKind.AWS).stream().findFirst();
    if (service.isEmpty() || account.isEmpty()) {
      return;
    }
    for (KeyUse use : KeyUse.allOf(statement, policy)) {
      if (use.holdsOnAbsentKey() || use.domain() == Domain.PRESENCE) {
        continue;
      }
      if (DeputyWeakSource.isSource(use)) {
        report(use, account.get(), "only services send", findings);
      } else if (isOfIdentity(use)) {
        report(use, service.get(), "services do not send", findings);
      }
    }
  }

  private static void report(
      KeyUse use, Located<PrincipalValue> principal, String who, Findings findings) {
    findings
        .at(use.keySpan())
        .message(
            "`" + use.key() + "`, which " + who + ", keeps `" + principal.value().text() + "` out")
        .advice("make two statements, each with the conditions of its principals")
        .related(principal.span(), "this principal never meets the condition")
        .add();
  }

  private static boolean isOfIdentity(KeyUse use) {
    return use.isOf("aws:PrincipalArn")
        || use.isOf("aws:PrincipalOrgID")
        || use.isOf("aws:PrincipalOrgPaths")
        || use.isOfFamily("aws:PrincipalTag/")
        || use.isOf("aws:username")
        || use.isOfFamily("aws:MultiFactorAuth");
  }
}
