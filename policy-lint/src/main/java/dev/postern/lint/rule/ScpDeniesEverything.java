package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Nobody in the accounts below can do anything, nor mend it from there. */
final class ScpDeniesEverything implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("scp-denies-everything", "everything is denied to everyone")
        .on(Kind.SERVICE_CONTROL);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.isDeny()
        && KeyUse.allOf(statement, policy).stream().allMatch(ScpDeniesEverything::isOnEveryone)
        && StarResource.of(statement).isPresent()) {
      AdminFull.everyAction(statement)
          .ifPresent(
              action ->
                  findings
                      .at(action)
                      .message("every action on every resource is denied, and nothing lifts it")
                      .advice("leave somebody out by a condition on `aws:PrincipalArn`")
                      .related(StarResource.of(statement).orElseThrow(), "every resource")
                      .add());
    }
  }

  private static boolean isOnEveryone(KeyUse use) {
    return use.isOf("aws:PrincipalArn") && !use.isNegated() && Restraint.takesEveryText(use);
  }
}
