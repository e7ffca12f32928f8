package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.Expectations.Requirement;
import dev.postern.model.ConditionKey;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** An action is granted without the condition that its owner requires for it. */
final class RequiredCondition implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("required-condition", "a grant lacks a condition that is required")
        .on(PolicyTypes.GRANTS)
        .optIn(expectations -> !expectations.requiredConditions().isEmpty())
        .peers("boogy:missing_required_condition");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (Requirement requirement : policy.expectations().requiredConditions()) {
      String keys =
          requirement.anyOf().stream()
              .map(test -> KeyUse.subject(test.key()))
              .distinct()
              .collect(Collectors.joining("-or-"));
      UnmetRequirement.of(statement.value(), requirement, policy)
          .filter(granted -> seen.add(keys + " " + granted.action().startOffset()))
          .ifPresent(
              granted ->
                  findings
                      .at(granted.action())
                      .about(keys)
                      .message(
                          NameList.quoted(granted.actions())
                              + " may be granted only with a condition on "
                              + NameList.quoted(keys(requirement)))
                      .advice("add the condition; `requiredConditions` says which")
                      .add());
    }
  }

  private static ImmutableList<String> keys(Requirement requirement) {
    return requirement.anyOf().stream()
        .map(Expectations.Test::key)
        .map(ConditionKey::text)
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }
}
