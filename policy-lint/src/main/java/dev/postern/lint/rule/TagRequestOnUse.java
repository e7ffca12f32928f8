package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Tags wanted in requests that take none. */
final class TagRequestOnUse implements StatementRule {
  private static final ImmutableList<String> PAST_CREATION =
      ImmutableList.of("Delete", "Describe", "Get", "List", "Reboot", "Stop", "Terminate");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "tag-request-on-use", "`aws:RequestTag` with actions that take no tags");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!(statement.action().value() instanceof ActionElement.Action)) {
      return;
    }
    KeyUse.allOf(statement, policy).stream()
        .filter(use -> TagKey.isOf(use, TagKey.Family.REQUEST))
        .filter(use -> TagKey.isRequired(use, statement))
        .findFirst()
        .ifPresent(use -> check(use, statement, policy, findings));
  }

  private static void check(
      KeyUse use, Statement statement, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<ActionPattern>> without =
        statement.action().value().patterns().stream()
            .filter(pattern -> takesNone(pattern.value(), use, policy))
            .collect(toImmutableList());
    if (without.isEmpty()) {
      return;
    }
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message(
                (statement.isAllow() ? "never allowed here: " : "always denied here: ")
                    + NameList.quoted(
                        without.stream()
                            .map(pattern -> pattern.value().text())
                            .collect(toImmutableList()))
                    + ", which takes no tags in the catalog of "
                    + policy.catalog().info().dataDate())
            .advice(
                "for tags that a resource has already ask `aws:ResourceTag`; else use two"
                    + " statements");
    without.stream()
        .limit(10)
        .forEach(pattern -> draft.related(pattern.span(), "this takes no tags"));
    draft.add();
  }

  private static boolean takesNone(ActionPattern pattern, KeyUse use, LintedPolicy policy) {
    ImmutableList<ActionDefinition> actions = policy.catalog().expand(pattern.text());
    return !actions.isEmpty()
        && actions.stream()
            .noneMatch(action -> TagKey.goesWith(action, use, policy) && !takesNoneThough(action));
  }

  /*
   * Some services list the key for a type of resource, and so for whatever is done with one; what
   * these words say sets no tags.
   */
  private static boolean takesNoneThough(ActionDefinition action) {
    return PAST_CREATION.stream().anyMatch(verb -> action.name().startsWith(verb))
        && action.level() != AccessLevel.TAGGING
        && !isListed(action.ownConditionKeys())
        && action.resources().stream().noneMatch(resource -> isListed(resource.conditionKeys()));
  }

  private static boolean isListed(ImmutableList<ConditionKeyDefinition> keys) {
    return keys.stream().anyMatch(key -> key.name().startsWith("aws:RequestTag/"));
  }
}
