package dev.postern.lint.rule;

import dev.postern.catalog.ActionDefinition;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Operations on keys are checked against the key, not its alias. AWS: "Aliases in AWS KMS". */
final class KmsAliasResource implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("kms-alias-resource", "an alias is no resource of an operation on keys")
        .on(Kind.IDENTITY, Kind.PERMISSIONS_BOUNDARY, Kind.SERVICE_CONTROL);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    // Few statements name one, which takes less to see than what actions take.
    if (statement.resource().value().patterns().stream()
        .noneMatch(resource -> resource.value().text().contains(":alias/"))) {
      return;
    }
    boolean usesAliases =
        policy.actions(statement).stream().anyMatch(action -> takes(action, "alias"));
    boolean usesKeys = policy.actions(statement).stream().anyMatch(action -> takes(action, "key"));
    if (!usesKeys
        || usesAliases
        || !(statement.resource().value() instanceof ResourceElement.Resource)) {
      return;
    }
    for (Located<ResourcePattern> resource : statement.resource().value().patterns()) {
      if (Arn.parse(resource.value().text()).filter(KmsAliasResource::isAlias).isPresent()) {
        findings.add(
            resource.span(),
            "`"
                + resource.value().text()
                + "` is an alias, and these actions are checked against the key behind it",
            "name the key, or use `*` under `ForAnyValue:StringEquals` on `kms:ResourceAliases`");
      }
    }
  }

  private static boolean takes(ActionDefinition action, String type) {
    return action.service().equals("kms")
        && action.resources().stream().anyMatch(resource -> resource.type().name().equals(type));
  }

  private static boolean isAlias(Arn arn) {
    return arn.service().equals("kms") && arn.resource().startsWith("alias/");
  }
}
