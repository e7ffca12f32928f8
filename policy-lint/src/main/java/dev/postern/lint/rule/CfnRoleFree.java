package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** Stacks may be made with any role that may be passed, and many may be passed. */
final class CfnRoleFree implements PolicyRule {
  private static final ActionName PASS_ROLE = ActionName.of("iam:PassRole");
  private static final ImmutableList<ActionName> WITH_ROLE =
      ImmutableList.of(
          ActionName.of("cloudformation:CreateStack"), ActionName.of("cloudformation:UpdateStack"));

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("cfn-role-free", "a stack may be made with any role").on(Kind.IDENTITY);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    Optional<Located<ResourcePattern>> roles =
        policy.document().statementList().stream()
            .flatMap(statement -> anyRole(statement.value(), policy).stream())
            .findFirst();
    if (roles.isEmpty()) {
      return;
    }
    for (Located<Statement> statement : policy.document().statementList()) {
      boolean saysWhich =
          KeyUse.allOf(statement.value(), policy).stream()
              .anyMatch(use -> use.isOf("cloudformation:RoleArn"));
      if (statement.value().isAllow() && !saysWhich) {
        WITH_ROLE.stream()
            .flatMap(action -> named(statement.value(), action).stream())
            .findFirst()
            .ifPresent(
                reach ->
                    findings
                        .at(reach.span())
                        .message("stacks may be given any role, and then do what it may do")
                        .advice(
                            "say which with `cloudformation:RoleArn`, or confine `iam:PassRole`")
                        .related(roles.get().span(), "any role may be passed")
                        .add());
      }
    }
  }

  private static Optional<ActionReach> named(Statement statement, ActionName action) {
    return ActionReach.of(statement, action)
        .filter(
            reach ->
                !statement.action().value().patterns().stream()
                    .anyMatch(pattern -> pattern.value().isAny()));
  }

  /* The resource by which a statement lets every role be passed, to CloudFormation too. */
  private static Optional<Located<ResourcePattern>> anyRole(
      Statement statement, LintedPolicy policy) {
    boolean toOthersOnly =
        KeyUse.allOf(statement, policy).stream()
            .filter(use -> use.isOf("iam:PassedToService") && !use.isNegated())
            .anyMatch(
                use -> use.texts().stream().noneMatch(text -> text.contains("cloudformation")));
    return statement.isAllow()
            && statement.action().value().covers(PASS_ROLE)
            && !toOthersOnly
            && statement.resource().value() instanceof ResourceElement.Resource resources
        ? resources.patterns().stream().filter(role -> isAnyRole(role.value())).findFirst()
        : Optional.empty();
  }

  private static boolean isAnyRole(ResourcePattern pattern) {
    return pattern instanceof ResourcePattern.Any
        || Arn.parse(pattern.text())
            .filter(arn -> arn.service().equals("iam"))
            .filter(arn -> arn.resource().equals("role/*") || arn.resource().equals("*"))
            .isPresent();
  }
}
