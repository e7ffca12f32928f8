package dev.postern.lint.rule;

import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** A principal of another account may do all that there is to do. */
final class CrossAccountFull implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "cross-account-full", "another account may do everything to the resource")
        .on(PolicyTypes.OF_RESOURCES)
        .insteadOf("cross-account-permissions");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    Optional<Located<PrincipalValue>> foreigner = foreigner(statement, policy);
    if (foreigner.isEmpty() || !(statement.action().value() instanceof ActionElement.Action)) {
      return;
    }
    for (Located<ActionPattern> action : statement.action().value().patterns()) {
      if (action.value().namePattern().equals("*")) {
        findings
            .at(action.span())
            .message(
                "`"
                    + foreigner.get().value().text()
                    + "` belongs to another account than the resource, and may do `"
                    + action.value().text()
                    + "`, its policy included")
            .advice("list the actions that it needs")
            .related(foreigner.get().span(), "this is the other account")
            .add();
        return;
      }
    }
  }

  /** The first principal of another account than the resource's, to whom a statement allows. */
  static Optional<Located<PrincipalValue>> foreigner(Statement statement, LintedPolicy policy) {
    Optional<String> owner = ResourceOwner.of(policy);
    return owner.isEmpty()
        ? Optional.empty()
        : NamedPrincipals.allowed(statement, PrincipalKind.AWS).stream()
            .filter(
                principal ->
                    ResourceOwner.accountOf(principal.value())
                        .filter(account -> !account.equals(owner.get()))
                        .isPresent())
            .findFirst();
  }
}
