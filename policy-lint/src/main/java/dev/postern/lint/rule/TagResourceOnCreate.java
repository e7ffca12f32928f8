package dev.postern.lint.rule;

import dev.postern.model.ActionPattern;

/** Tags wanted of a resource that is only about to be. */
final class TagResourceOnCreate implements UnfitTagKey {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "tag-resource-on-create", "what is about to be created has no tags yet");
  }

  @Override
  public TagKey.Family family() {
    return TagKey.Family.RESOURCE;
  }

  @Override
  public String unfit() {
    return "this creates the resource";
  }

  @Override
  public String advice() {
    return "`aws:RequestTag` asks for the tags that it is to have";
  }

  @Override
  public String because(KeyUse use, LintedPolicy policy) {
    return ", because what is created has no tags yet and the catalog of "
        + policy.catalog().info().dataDate()
        + " lists no `"
        + use.key().text()
        + "` for it";
  }

  /*
   * Only a name in full; a pattern is meant for more than what creates. And only where AWS does not
   * list the key: a snapshot is created from a volume that has tags, and some services take the
   * tags of the request for those of the resource.
   */
  @Override
  public boolean isUnfit(ActionPattern pattern, KeyUse use, LintedPolicy policy) {
    return policy
        .catalog()
        .action(pattern.text())
        .filter(action -> TagKey.tagsOnCreation(action, policy))
        .filter(action -> !TagKey.goesWith(action, use, policy))
        .isPresent();
  }
}
