package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.lint.rule.PrincipalGrants.Reach;
import dev.postern.model.ActionName;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.function.Function;

/**
 * A boundary that leaves room for taking it away. AWS: "Permissions boundaries for IAM entities",
 * delegating responsibility to others.
 */
final class BoundarySelfRemoval implements PolicyRule {
  private static final ImmutableList<ActionName> ACTIONS =
      ImmutableList.of(
          ActionName.of("iam:DeleteUserPermissionsBoundary"),
          ActionName.of("iam:DeleteRolePermissionsBoundary"),
          ActionName.of("iam:PutUserPermissionsBoundary"),
          ActionName.of("iam:PutRolePermissionsBoundary"),
          ActionName.of("iam:CreatePolicyVersion"),
          ActionName.of("iam:SetDefaultPolicyVersion"));

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("boundary-self-removal", "a boundary that can be taken away")
        .on(Kind.PERMISSIONS_BOUNDARY);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    PrincipalGrants grants = PrincipalGrants.of(ImmutableList.of(policy), ImmutableList.of());
    ImmutableMap<ActionName, SourceSpan> open =
        ACTIONS.stream()
            .filter(action -> !isDenied(action, policy))
            .filter(action -> grants.allow(action, Reach.MANY_OR_OWN, "").isPresent())
            .collect(
                toImmutableMap(
                    Function.identity(),
                    action -> grants.allow(action, Reach.MANY_OR_OWN, "").orElseThrow()));
    if (!open.isEmpty()) {
      findings.add(
          open.values().asList().get(0),
          "the boundary leaves room for taking it away: "
              + NameList.quoted(open.keySet().stream().map(ActionName::text).toList()),
          "deny these actions in the boundary");
    }
  }

  /* The boundary's own ARN is not known here: a Deny on some policy may be on this one. */
  private static boolean isDenied(ActionName action, LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .anyMatch(statement -> statement.isDeny() && statement.action().value().covers(action));
  }
}
