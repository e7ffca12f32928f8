package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Expectations.Requirement;
import dev.postern.model.ActionPattern;
import dev.postern.model.BaseOperator;
import dev.postern.model.ConditionKey;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.stream.Stream;

/**
 * Principals can be made or given policies without the required boundary. AWS: "Permissions
 * boundaries for IAM entities", delegating responsibility to others.
 */
final class BoundaryNotEnforced implements StatementRule {
  private static final ConditionKey BOUNDARY = new ConditionKey("iam:PermissionsBoundary");
  private static final ImmutableList<BaseOperator> TELLING =
      ImmutableList.of(
          BaseOperator.STRING_EQUALS,
          BaseOperator.STRING_EQUALS_IGNORE_CASE,
          BaseOperator.STRING_LIKE,
          BaseOperator.ARN_EQUALS,
          BaseOperator.ARN_LIKE);

  private static final class Table {
    private static final ImmutableList<ActionPattern> ACTIONS =
        FactTable.read("boundary-actions.tsv", 4).stream()
            .map(row -> ActionPattern.of(row.get(0)))
            .collect(toImmutableList());
  }

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "boundary-not-enforced", "principals can be made without the required boundary")
        .on(Kind.IDENTITY, Kind.PERMISSIONS_BOUNDARY)
        .optIn(expectations -> !expectations.requiredBoundaries().isEmpty());
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    UnmetRequirement.of(
            withoutSpared(statement.value(), policy), requirement(policy.expectations()), policy)
        .ifPresent(
            granted ->
                findings
                    .at(granted.action())
                    .message(
                        "without a condition on the permissions boundary: "
                            + NameList.quoted(granted.actions()))
                    .advice(
                        "require the boundary by `ArnEquals` on `iam:PermissionsBoundary`, or deny"
                            + " these actions by `ArnNotEquals`")
                    .related(granted.resource(), "on these principals")
                    .add());
  }

  private static Requirement requirement(Expectations expectations) {
    return new Requirement(
        Table.ACTIONS,
        TELLING.stream()
            .map(
                operator ->
                    new Expectations.Test(
                        operator.text(), BOUNDARY, expectations.requiredBoundaries()))
            .collect(toImmutableList()));
  }

  /* Without the principals that need no boundary. */
  private static Statement withoutSpared(Statement statement, LintedPolicy policy) {
    ImmutableList<Glob> spared = policy.expectations().withoutBoundary();
    if (spared.isEmpty()
        || !(statement.resource().value() instanceof ResourceElement.Resource resource)) {
      return statement;
    }
    Stream<Located<ResourcePattern>> left =
        resource.patterns().stream()
            .filter(
                pattern ->
                    spared.stream()
                        .noneMatch(glob -> glob.covers(Glob.of(pattern.value().text()))));
    return new Statement(
        statement.sid(),
        statement.effect(),
        statement.principal(),
        statement.action(),
        new Located<>(
            new ResourceElement.Resource(left.collect(toImmutableList())),
            statement.resource().span()),
        statement.condition());
  }
}
