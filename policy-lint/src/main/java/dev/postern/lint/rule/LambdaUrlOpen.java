package dev.postern.lint.rule;

import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;

/** A function that anyone on the internet calls by its URL. */
final class LambdaUrlOpen implements PolicyRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "lambda-url-open", "anyone on the internet may call the function")
        .on(Kind.RESOURCE)
        .insteadOf("public-weak-condition")
        .peers("checkov:CKV_AWS_301", "prowler:awslambda_function_url_public");
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    for (Statement statement : FunctionPolicy.allowing(FunctionPolicy.INVOKE_URL, policy)) {
      if (PublicGrant.everyone(statement.principal()).isPresent()
          && Confinement.of(statement, policy).isOpen()
          && Denial.toStrangers(policy).isEmpty()) {
        KeyUse.allOf(statement, policy).stream()
            .filter(use -> use.isOf("lambda:FunctionUrlAuthType") && !use.isNegated())
            .filter(use -> use.texts().contains("NONE"))
            .findFirst()
            .ifPresent(
                use ->
                    findings.add(
                        use.valuesSpan(),
                        "the function's URL takes requests of anyone, signed or not",
                        "use `AWS_IAM` and name the principals, if it is not for the public"));
      }
    }
  }
}
