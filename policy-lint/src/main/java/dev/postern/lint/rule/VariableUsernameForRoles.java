package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.ConditionKey;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * The name of an IAM user where roles ask, too, which have none. AWS: "IAM policy elements:
 * Variables and tags", request information that is available in all requests.
 */
final class VariableUsernameForRoles implements StatementRule {
  /* What only the sessions of roles have. */
  private static final ImmutableSet<String> OF_ROLES =
      ImmutableSet.of(
          "aws:federatedprovider",
          "aws:sourceidentity",
          "aws:ec2instancesourcevpc",
          "aws:ec2instancesourceprivateipv4",
          "ec2:sourceinstancearn",
          "lambda:sourcefunctionarn",
          "sts:rolesessionname",
          "saml:aud",
          "saml:sub");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("variable-username-for-roles", "roles have no `${aws:username}`")
        .on(
            Kind.IDENTITY,
            Kind.PERMISSIONS_BOUNDARY,
            Kind.SESSION,
            Kind.RESOURCE,
            Kind.KMS_KEY,
            Kind.SERVICE_CONTROL);
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (VariableUse variable : VariableUse.allOf(statement.value(), policy)) {
      if (variable.key().folded().equals("aws:username")
          && !variable.hasDefault()
          && isForRoles(policy)) {
        findings.add(
            variable.span(),
            variable.quoted()
                + " has no value for roles and federated users"
                + (statement.value().isDeny() && !variable.isNegated()
                    ? ", so they are never denied here"
                    : ""),
            "`${aws:PrincipalTag/…}` is there for users and roles, `${aws:userid}` for everybody");
      }
    }
  }

  /* A policy that is attached to users and groups may well speak of users only. */
  private static boolean isForRoles(LintedPolicy policy) {
    Kind kind = policy.type().kind();
    return (kind != Kind.IDENTITY && kind != Kind.PERMISSIONS_BOUNDARY)
        || policy.document().statementList().stream()
            .map(Located::value)
            .anyMatch(statement -> speaksOfRoles(statement, policy));
  }

  private static boolean speaksOfRoles(Statement statement, LintedPolicy policy) {
    return statement.condition().value().conditions().stream()
            .anyMatch(condition -> isOfRoles(condition.key().value()))
        || VariableUse.allOf(statement, policy).stream()
            .anyMatch(variable -> isOfRoles(variable.key()));
  }

  private static boolean isOfRoles(ConditionKey key) {
    return OF_ROLES.contains(key.folded());
  }
}
