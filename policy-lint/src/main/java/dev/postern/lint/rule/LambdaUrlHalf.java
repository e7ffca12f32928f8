package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;

/**
 * A function's URL is allowed, and the call of the function is not. AWS: "Control access to Lambda
 * function URLs": since October 2025 new URLs need both.
 */
final class LambdaUrlHalf implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("lambda-url-half", "a function's URL needs a second permission")
        .on(Kind.RESOURCE);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    for (Statement statement : FunctionPolicy.allowing(FunctionPolicy.INVOKE_URL, policy)) {
      boolean hasBoth =
          FunctionPolicy.allowing(FunctionPolicy.INVOKE, policy).stream()
              .anyMatch(other -> other.principal().value().equals(statement.principal().value()));
      if (!hasBoth) {
        ActionReach.of(statement, FunctionPolicy.INVOKE_URL)
            .ifPresent(
                reach ->
                    findings.add(
                        reach.span(),
                        "the same principals lack `lambda:InvokeFunction`, which URLs made since"
                            + " October 2025 need, too",
                        "allow it in a second statement under `\"Bool\":"
                            + " {\"lambda:InvokedViaFunctionUrl\": \"true\"}`"));
      }
    }
  }
}
