package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionElement;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * Principals in the policy of a gateway endpoint, which knows {@code *} only. AWS PrivateLink
 * Guide: "Gateway endpoints", endpoint policies.
 */
final class VpcePrincipal implements StatementRule {
  private static final ImmutableSet<String> OF_GATEWAYS = ImmutableSet.of("s3", "dynamodb");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("vpce-principal", "a gateway endpoint knows no principals")
        .on(Kind.VPC_ENDPOINT);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.principal().value() instanceof PrincipalElement.Principal
        && !EndpointGrant.isEveryone(statement.principal().value())
        && statement.action().value() instanceof ActionElement.Action action
        && !action.patterns().isEmpty()
        && action.patterns().stream()
            .allMatch(pattern -> OF_GATEWAYS.contains(pattern.value().servicePattern()))) {
      findings.add(
          statement.principal().span(),
          "a gateway endpoint for S3 or DynamoDB takes no other principal than `*`",
          "write `\"Principal\": \"*\"` and test `aws:PrincipalArn`");
    }
  }
}
