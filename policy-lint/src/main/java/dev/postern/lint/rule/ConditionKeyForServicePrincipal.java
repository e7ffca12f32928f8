package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A key of users and roles in a statement for services, which are neither. AWS: "AWS global
 * condition context keys", the properties of the principal.
 */
final class ConditionKeyForServicePrincipal implements ConditionRule {
  /* The part of a family up to its slash stands for all of it. */
  private static final ImmutableList<String> OF_USERS_AND_ROLES =
      ImmutableList.of(
          "aws:PrincipalOrgID",
          "aws:PrincipalOrgPaths",
          "aws:PrincipalTag/",
          "aws:username",
          "aws:MultiFactorAuthPresent",
          "aws:MultiFactorAuthAge",
          "aws:SourceIdentity");

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "condition-key-for-service-principal", "requests of a service never hold the key")
        .on(Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST)
        .issueCode("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<PrincipalValue>> principals =
        NamedPrincipals.addressed(statement.value());
    if (principals.isEmpty()
        || !principals.stream().allMatch(ConditionKeyForServicePrincipal::isPlainService)) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> !use.isIfExists() && use.domain() != Domain.PRESENCE)
        .filter(use -> OF_USERS_AND_ROLES.stream().anyMatch(name -> is(use, name)))
        .ifPresent(
            use ->
                findings
                    .at(use.keySpan())
                    .message(
                        "`"
                            + use.key().text()
                            + "` tells of users and roles; `"
                            + principals.get(0).value().text()
                            + "` is a service")
                    .advice(
                        "the source of the service's call is in `aws:SourceOrgID`,"
                            + " `aws:SourceAccount` and `aws:SourceArn`")
                    .related(principals.get(0).span(), "this service")
                    .add());
  }

  /* AWS: "Trust model in IAM Roles Anywhere": what a certificate says comes as tags of the principal. */
  private static boolean isPlainService(Located<PrincipalValue> principal) {
    return principal.value() instanceof PrincipalValue.Service service
        && !service.text().equals("rolesanywhere.amazonaws.com");
  }

  private static boolean is(KeyUse use, String name) {
    return name.endsWith("/") ? use.isOfFamily(name) : use.isOf(name);
  }
}
