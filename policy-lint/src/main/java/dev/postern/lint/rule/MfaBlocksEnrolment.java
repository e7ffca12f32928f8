package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A {@code Deny} without MFA that keeps a user from getting it. AWS: "AWS: Allows MFA-authenticated
 * IAM users to manage their own credentials on the Security credentials page".
 */
final class MfaBlocksEnrolment implements StatementRule {
  private static final ImmutableSet<String> ENROLMENT =
      ImmutableSet.of("iam:CreateVirtualMFADevice", "iam:EnableMFADevice");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "mfa-blocks-enrolment", "without MFA a user cannot set up an MFA device")
        .on(Kind.IDENTITY);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    ImmutableList<KeyUse> uses = KeyUse.allOf(statement, policy);
    boolean deniesWithoutMfa =
        statement.isDeny()
            && !uses.isEmpty()
            && uses.size() == statement.condition().value().conditions().size()
            && uses.stream().allMatch(use -> MfaUse.isBool(use, false) || MfaUse.isNull(use, true));
    if (deniesWithoutMfa && speaksOfEverything(statement) && deniesEnrolment(statement, policy)) {
      findings.add(
          statement.action().span(),
          "`iam:CreateVirtualMFADevice` and `iam:EnableMFADevice` are denied without MFA as well",
          "spare the actions by which a user sets up an MFA device, under `NotAction`");
    }
  }

  private static boolean speaksOfEverything(Statement statement) {
    return statement.resource().value() instanceof ResourceElement.Resource resource
        && resource.patterns().stream()
            .anyMatch(pattern -> pattern.value() instanceof ResourcePattern.Any);
  }

  private static boolean deniesEnrolment(Statement statement, LintedPolicy policy) {
    return policy.actions(statement).stream()
        .map(ActionDefinition::fullName)
        .collect(toImmutableSet())
        .containsAll(ENROLMENT);
  }
}
