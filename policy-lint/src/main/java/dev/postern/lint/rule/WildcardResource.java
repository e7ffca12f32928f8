package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** {@code *} where each action of the statement takes resources that could be named. */
final class WildcardResource implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("wildcard-resource", "`*` where the resources could be named")
        .on(Kind.IDENTITY, Kind.SESSION)
        .peers(
            "parliament:RESOURCE_STAR",
            "checkov:CKV_AWS_355",
            "checkov:CKV_AWS_356",
            "cfn_nag:W11",
            "cfn_nag:W12",
            "cfn_nag:W13",
            "boogy:wildcard_resource",
            "trivy:AWS-0057",
            "cloudsplaining:resource_wildcard",
            "cfripper:resource_wildcard");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow() || Restraint.isOn(statement, policy)) {
      return;
    }
    ImmutableList<ActionDefinition> actions = policy.actions(statement);
    if (actions.isEmpty() || actions.stream().anyMatch(action -> action.resources().isEmpty())) {
      return;
    }
    boolean looksOnly = actions.stream().allMatch(WildcardResource::looksOnly);
    StarResource.of(statement)
        .ifPresent(
            star ->
                findings
                    .at(star)
                    .severity(looksOnly ? Severity.SUGGESTION : Severity.WARNING)
                    .message(
                        "`*` although each action takes resources: "
                            + NameList.quoted(
                                actions.stream().map(ActionDefinition::fullName).toList()))
                    .advice("name the resources that are needed")
                    .add());
  }

  /** Whether it says what there is, not what is in it. */
  private static boolean looksOnly(ActionDefinition action) {
    return action.level() == AccessLevel.LIST
        || (action.level() == AccessLevel.READ && action.name().startsWith("Describe"));
  }
}
