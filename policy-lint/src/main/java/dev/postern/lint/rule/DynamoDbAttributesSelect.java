package dev.postern.lint.rule;

import dev.postern.model.ActionName;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * The attributes that a query names are confined, and one that names none gets all. AWS: "Using IAM
 * policy conditions for fine-grained access control" of DynamoDB.
 */
final class DynamoDbAttributesSelect implements ConditionRule {
  private static final ActionName QUERY = ActionName.of("dynamodb:Query");
  private static final ActionName SCAN = ActionName.of("dynamodb:Scan");

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "dynamodb-attributes-select", "a query that names no attributes gets all of them")
        .on(Kind.IDENTITY, Kind.RESOURCE)
        .issueCode("DYNAMODB_ATTRIBUTES_WITHOUT_SELECT");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    boolean queries =
        statement.action().value().covers(QUERY) || statement.action().value().covers(SCAN);
    boolean selects =
        KeyUse.allOf(statement, policy).stream().anyMatch(use -> use.isOf("dynamodb:Select"));
    if (statement.isAllow() && queries && !selects) {
      KeyUse.of(condition, policy)
          .filter(use -> use.isOf("dynamodb:Attributes"))
          .filter(use -> use.domain() != Domain.PRESENCE && !use.isNegated())
          .ifPresent(
              use ->
                  findings.add(
                      use.valuesSpan(),
                      "a request that names no attributes has none to compare, and gets all",
                      "add `\"StringEqualsIfExists\": {\"dynamodb:Select\":"
                          + " \"SPECIFIC_ATTRIBUTES\"}`"));
    }
  }
}
