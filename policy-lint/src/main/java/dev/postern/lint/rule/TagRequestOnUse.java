package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.model.ActionPattern;

/** Tags wanted in requests that take none. */
final class TagRequestOnUse implements UnfitTagKey {
  private static final ImmutableList<String> PAST_CREATION =
      ImmutableList.of("Delete", "Describe", "Get", "List", "Reboot", "Stop", "Terminate");

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "tag-request-on-use", "`aws:RequestTag` with actions that take no tags");
  }

  @Override
  public TagKey.Family family() {
    return TagKey.Family.REQUEST;
  }

  @Override
  public String unfit() {
    return "this takes no tags";
  }

  @Override
  public String advice() {
    return "for tags that a resource has already ask `aws:ResourceTag`; else use two statements";
  }

  @Override
  public String because(KeyUse use, LintedPolicy policy) {
    return ", which takes no tags in the catalog of " + policy.catalog().info().dataDate();
  }

  @Override
  public boolean isUnfit(ActionPattern pattern, KeyUse use, LintedPolicy policy) {
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
