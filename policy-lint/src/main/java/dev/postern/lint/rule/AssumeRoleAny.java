package dev.postern.lint.rule;

import dev.postern.model.ActionName;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * {@code sts:AssumeRole} on every role, or on a role of some name in whichever account: whoever
 * owns an account can make a role of that name there and receive what the session brings along.
 */
final class AssumeRoleAny implements StatementRule {
  private static final ActionName ASSUME_ROLE = ActionName.of("sts:AssumeRole");

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("assume-role-any", "`sts:AssumeRole` into any account")
        .on(Kind.IDENTITY)
        .peers(
            "prowler:iam_no_custom_policy_permissive_role_assumption",
            "trivy:AWS-0057",
            "cloudsplaining:AssumeRole");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()
        || !(statement.resource().value() instanceof ResourceElement.Resource resource)
        || Restraint.isOn(statement, policy)) {
      return;
    }
    resource.patterns().stream()
        .filter(pattern -> isInAnyAccount(pattern.value()))
        .findFirst()
        .ifPresent(
            pattern ->
                ActionReach.of(statement, ASSUME_ROLE)
                    .ifPresent(
                        reach ->
                            findings
                                .at(reach.span())
                                .message(
                                    "`sts:AssumeRole` on `"
                                        + pattern.value().text()
                                        + "`: roles of every account")
                                .advice("name the accounts, or test `aws:ResourceOrgID`")
                                .related(pattern.span(), "this is the wildcard")
                                .add()));
  }

  private static boolean isInAnyAccount(ResourcePattern pattern) {
    return pattern instanceof ResourcePattern.Any
        || (pattern instanceof ArnPattern arn
            && Glob.of(arn.fields().get(2)).matches("iam")
            && Glob.of(arn.fields().get(4)).matchesEverything());
  }
}
