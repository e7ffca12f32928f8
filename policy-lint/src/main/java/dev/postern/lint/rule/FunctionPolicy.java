package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** What can be said of a policy that belongs to a Lambda function. */
final class FunctionPolicy {
  static final ActionName INVOKE = ActionName.of("lambda:InvokeFunction");
  static final ActionName INVOKE_URL = ActionName.of("lambda:InvokeFunctionUrl");

  private FunctionPolicy() {}

  /** Whether it is one: it is said to be, or it speaks of functions alone. */
  static boolean is(LintedPolicy policy) {
    Optional<String> type = policy.type().resourceType();
    if (type.isPresent()) {
      return type.get().startsWith("AWS::Lambda::") && !type.get().contains("Layer");
    }
    ImmutableList<Located<ResourcePattern>> resources = BucketPolicy.resources(policy);
    return policy.type().kind() == Kind.RESOURCE
        && !resources.isEmpty()
        && resources.stream()
            .allMatch(
                resource ->
                    Arn.parse(resource.value().text())
                        .filter(FunctionPolicy::isFunction)
                        .isPresent());
  }

  /** Its statements that allow an action. */
  static ImmutableList<Statement> allowing(ActionName action, LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(Statement::isAllow)
        .filter(statement -> statement.action().value().covers(action))
        .collect(toImmutableList());
  }

  private static boolean isFunction(Arn arn) {
    return arn.service().equals("lambda") && arn.resource().startsWith("function:");
  }
}
