package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A {@code Deny} of all that comes from elsewhere, where calls that AWS services make for somebody
 * come from elsewhere. AWS: "AWS: Denies access to AWS based on the source IP".
 */
final class ConditionDenyBreaksServices implements StatementRule {
  private static final ImmutableList<String> TELL_SERVICES =
      ImmutableList.of(
          "aws:ViaAWSService",
          "aws:CalledVia",
          "aws:PrincipalIsAWSService",
          "aws:PrincipalServiceName",
          "aws:SourceAccount",
          "aws:SourceOrg",
          "aws:SourceArn");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "condition-deny-breaks-services", "calls of AWS services for you are denied as well")
        .on(
            Kind.IDENTITY,
            Kind.PERMISSIONS_BOUNDARY,
            Kind.RESOURCE,
            Kind.KMS_KEY,
            Kind.SERVICE_CONTROL,
            Kind.VPC_ENDPOINT)
        .peers("boogy:rcp_missing_service_carveout");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isDeny()) {
      return;
    }
    ImmutableList<KeyUse> uses = KeyUse.allOf(statement, policy);
    ImmutableList<KeyUse> perimeter =
        uses.stream().filter(use -> isPerimeter(use, statement, policy)).collect(toImmutableList());
    if (perimeter.isEmpty() || uses.stream().anyMatch(ConditionDenyBreaksServices::spares)) {
      return;
    }
    KeyUse first = perimeter.get(0);
    findings.add(
        first.valuesSpan(),
        "a call that an AWS service makes for somebody has another `"
            + first.key().text()
            + "` or none, and is denied",
        KeyRole.NETWORK.isOf(first)
            ? "add `\"Bool\": {\"aws:ViaAWSService\": \"false\"}`"
            : "add `\"Bool\": {\"aws:PrincipalIsAWSService\": \"false\"}`");
  }

  /* Services call with a principal of their own only what has a policy that lets them. */
  private static boolean isPerimeter(KeyUse use, Statement statement, LintedPolicy policy) {
    return use.isNegated()
        && use.quantifier() != Quantifier.FOR_ANY_VALUE
        && (KeyRole.NETWORK.isOf(use)
            || (KeyRole.ORGANIZATION.isOf(use)
                && PolicyTypes.OF_RESOURCES.contains(policy.type().kind())
                && ConditionAllowNegated.speaksToEveryone(statement)));
  }

  /* It tells services from others, or asks for a key that calls of services do not have. */
  private static boolean spares(KeyUse use) {
    boolean asksForNetwork =
        KeyRole.NETWORK.isOf(use)
            && !use.holdsOnAbsentKey()
            && (use.domain() == Domain.PRESENCE || !use.isNegated());
    return asksForNetwork || TELL_SERVICES.stream().anyMatch(use::isOfFamily);
  }
}
