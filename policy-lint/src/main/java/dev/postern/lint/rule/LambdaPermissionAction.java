package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A function's policy that gives more than a call. */
final class LambdaPermissionAction implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "lambda-permission-action", "a function's policy gives more than a call of it")
        .on(Kind.RESOURCE)
        .peers("cfn_nag:W24");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow() || !FunctionPolicy.is(policy)) {
      return;
    }
    ImmutableList<ActionDefinition> others =
        policy.actions(statement).stream()
            .filter(action -> action.service().equals("lambda"))
            .filter(action -> !isCall(ActionName.of(action.fullName())))
            .collect(toImmutableList());
    if (others.isEmpty()) {
      return;
    }
    boolean toStrangers =
        CrossAccountFull.foreigner(statement, policy).isPresent()
            || (PublicGrant.everyone(statement.principal()).isPresent()
                && Confinement.of(statement, policy).isOpen());
    ActionReach.of(statement, ActionName.of(others.get(0).fullName()))
        .ifPresent(
            reach ->
                findings
                    .at(reach.span())
                    .message(
                        "besides calls this gives "
                            + NameList.quoted(
                                others.stream()
                                    .map(ActionDefinition::fullName)
                                    .collect(toImmutableList())))
                    .advice("allow `lambda:InvokeFunction`, and the rest in identity policies")
                    .severity(toStrangers ? Severity.SECURITY_WARNING : Severity.SUGGESTION)
                    .add());
  }

  private static boolean isCall(ActionName action) {
    return action.equals(FunctionPolicy.INVOKE) || action.equals(FunctionPolicy.INVOKE_URL);
  }
}
