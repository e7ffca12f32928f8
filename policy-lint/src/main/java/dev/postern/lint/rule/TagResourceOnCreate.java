package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** Tags wanted of a resource that is only about to be. */
final class TagResourceOnCreate implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "tag-resource-on-create", "what is about to be created has no tags yet");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!(statement.action().value() instanceof ActionElement.Action)) {
      return;
    }
    KeyUse.allOf(statement, policy).stream()
        .filter(use -> TagKey.isOf(use, TagKey.Family.RESOURCE))
        .filter(use -> TagKey.isRequired(use, statement))
        .findFirst()
        .ifPresent(use -> check(use, statement, policy, findings));
  }

  private static void check(
      KeyUse use, Statement statement, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<ActionPattern>> creating =
        statement.action().value().patterns().stream()
            .filter(pattern -> creates(pattern.value(), use, policy))
            .collect(toImmutableList());
    if (creating.isEmpty()) {
      return;
    }
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message(
                (statement.isAllow() ? "never allowed here: " : "always denied here: ")
                    + NameList.quoted(
                        creating.stream()
                            .map(pattern -> pattern.value().text())
                            .collect(toImmutableList()))
                    + ", because what is created has no tags yet and the catalog of "
                    + policy.catalog().info().dataDate()
                    + " lists no `"
                    + use.key().text()
                    + "` for it")
            .advice("`aws:RequestTag` asks for the tags that it is to have");
    creating.stream()
        .limit(10)
        .forEach(pattern -> draft.related(pattern.span(), "this creates the resource"));
    draft.add();
  }

  /*
   * Only a name in full; a pattern is meant for more than what creates. And only where AWS does not
   * list the key: a snapshot is created from a volume that has tags, and some services take the
   * tags of the request for those of the resource.
   */
  private static boolean creates(ActionPattern pattern, KeyUse use, LintedPolicy policy) {
    return policy
        .catalog()
        .action(pattern.text())
        .filter(action -> TagKey.tagsOnCreation(action, policy))
        .filter(action -> !TagKey.goesWith(action, use, policy))
        .isPresent();
  }
}
