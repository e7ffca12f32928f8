package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.KeyScope;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * Tags are prescribed on creation, and may be set afterwards as one likes. AWS: "Grant permission
 * to tag Amazon EC2 resources during creation".
 */
final class TagCreateSplit implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "tag-create-split", "tags that creation prescribes may be changed right after it")
        .on(Kind.IDENTITY, Kind.SERVICE_CONTROL);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()
        || !statement.condition().value().conditions().isEmpty()
        || !TagResourceEditable.speaksOfEverything(statement)) {
      return;
    }
    ImmutableList<ActionDefinition> tagging =
        policy.actions(statement).stream()
            .filter(action -> tagsOnCreation(action, policy))
            .collect(toImmutableList());
    ImmutableSet<String> services = tagging.isEmpty() ? ImmutableSet.of() : prescribing(policy);
    Optional<ActionDefinition> first =
        tagging.stream().filter(action -> services.contains(action.service())).findFirst();
    first.ifPresent(
        action ->
            findings.add(
                statement.action().span(),
                "`"
                    + action.fullName()
                    + "` is open, so the tags that another statement prescribes can be changed",
                "limit it by `" + action.service() + ":CreateAction`, or limit the tags"));
  }

  /** Services with an action that some statement allows only with a tag. */
  private static ImmutableSet<String> prescribing(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(statement -> statement.isAllow() && prescribes(statement, policy))
        .flatMap(statement -> policy.actions(statement).stream())
        .filter(action -> action.level() != AccessLevel.TAGGING)
        .map(ActionDefinition::service)
        .collect(toImmutableSet());
  }

  private static boolean prescribes(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .anyMatch(
            use -> TagKey.isOf(use, TagKey.Family.REQUEST) && TagKey.isRequired(use, statement));
  }

  private static boolean tagsOnCreation(ActionDefinition action, LintedPolicy policy) {
    return action.level() == AccessLevel.TAGGING
        && policy.catalog().keyScope(action, action.service() + ":CreateAction") == KeyScope.ACTION;
  }
}
