package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** Items of a table are confined by their keys, and its indexes show all of them. */
final class DynamoDbLeadingKeysIndex implements PolicyRule {
  private static final ActionName QUERY = ActionName.of("dynamodb:Query");
  private static final ActionName SCAN = ActionName.of("dynamodb:Scan");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "dynamodb-leadingkeys-index", "an index gets past the leading keys of its table")
        .on(Kind.IDENTITY, Kind.RESOURCE);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    for (Located<Statement> confined : policy.document().statementList()) {
      Optional<KeyUse> keys = leadingKeys(confined.value(), policy);
      if (keys.isEmpty() || !confined.value().isAllow()) {
        continue;
      }
      for (Located<ResourcePattern> table : resources(confined.value())) {
        for (Located<Statement> open : policy.document().statementList()) {
          if (readsAll(open.value(), policy)) {
            resources(open.value()).stream()
                .filter(index -> isIndexOf(index.value(), table.value()))
                .forEach(index -> report(index, keys.get(), findings));
          }
        }
      }
    }
  }

  private static void report(Located<ResourcePattern> index, KeyUse keys, Findings findings) {
    findings
        .at(index.span())
        .message(
            "`" + index.value().text() + "` shows items that the table's leading keys keep back")
        .advice("confine the index by its own keys, or leave it out")
        .related(keys.keySpan(), "these are the leading keys of the table")
        .add();
  }

  private static boolean readsAll(Statement statement, LintedPolicy policy) {
    return statement.isAllow()
        && (statement.action().value().covers(QUERY) || statement.action().value().covers(SCAN))
        && KeyUse.allOf(statement, policy).isEmpty();
  }

  private static Optional<KeyUse> leadingKeys(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .filter(use -> use.isOf("dynamodb:LeadingKeys"))
        .findFirst();
  }

  private static ImmutableList<Located<ResourcePattern>> resources(Statement statement) {
    return statement.resource().value() instanceof ResourceElement.Resource resources
        ? resources.patterns()
        : ImmutableList.of();
  }

  /* Only of a table that is named as it stands; a pattern of both is another matter. */
  private static boolean isIndexOf(ResourcePattern index, ResourcePattern table) {
    return Arn.parse(table.text()).filter(arn -> arn.service().equals("dynamodb")).isPresent()
        && !table.text().contains("/index/")
        && index.text().startsWith(table.text() + "/index/");
  }
}
