package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionPattern;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Effect;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Comparator;

/**
 * A test of a resource's tag with actions whose requests never have it. AWS: "AWS services that
 * work with IAM", the column on tags.
 */
final class TagUnsupported implements StatementRule {
  /** Which of the two elements names the actions. */
  private enum Element {
    ACTION,
    NOT_ACTION
  }

  private final RuleInfo info;
  private final Effect effect;
  private final Element element;

  private TagUnsupported(RuleInfo info, Effect effect, Element element) {
    this.info = info;
    this.effect = effect;
    this.element = element;
  }

  static ImmutableList<Rule> all() {
    return ImmutableList.of(
        new TagUnsupported(
            RuleInfo.securityWarning(
                    "tag-unsupported-deny", "actions without the tag escape the `Deny`")
                .issueCode("DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"),
            Effect.DENY,
            Element.ACTION),
        new TagUnsupported(
            RuleInfo.securityWarning(
                    "tag-unsupported-deny-notaction",
                    "services without the tag escape the `Deny` with `NotAction`")
                .issueCode("DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"),
            Effect.DENY,
            Element.NOT_ACTION),
        new TagUnsupported(
            RuleInfo.suggestion(
                    "tag-unsupported-allow", "actions without the tag are never allowed")
                .issueCode("ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"),
            Effect.ALLOW,
            Element.ACTION),
        new TagUnsupported(
            RuleInfo.suggestion(
                    "tag-unsupported-allow-notaction",
                    "services without the tag are never allowed by `NotAction`")
                .issueCode("ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"),
            Effect.ALLOW,
            Element.NOT_ACTION));
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    boolean isNot = statement.action().value() instanceof ActionElement.NotAction;
    if (statement.effect().value() != effect || isNot != (element == Element.NOT_ACTION)) {
      return;
    }
    for (KeyUse use : KeyUse.allOf(statement, policy)) {
      if (TagKey.isOf(use, TagKey.Family.RESOURCE)
          && !use.holdsOnAbsentKey()
          && report(use, statement, policy, findings)) {
        return;
      }
    }
  }

  private boolean report(KeyUse use, Statement statement, LintedPolicy policy, Findings findings) {
    ImmutableList<Located<ActionPattern>> patterns = without(use, statement, policy);
    ImmutableSortedSet<String> services =
        element == Element.NOT_ACTION
            ? servicesWithout(use, statement, policy)
            : ImmutableSortedSet.of();
    if (patterns.isEmpty() && services.isEmpty()) {
      return false;
    }
    ImmutableList<String> names =
        element == Element.NOT_ACTION
            ? services.asList()
            : patterns.stream().map(pattern -> pattern.value().text()).collect(toImmutableList());
    Findings.Draft draft =
        findings
            .at(use.valuesSpan())
            .message(
                "in the catalog of "
                    + policy.catalog().info().dataDate()
                    + " no request for "
                    + NameList.quoted(names)
                    + " has `"
                    + use.key().text()
                    + "`, so "
                    + (effect == Effect.ALLOW ? "it is not allowed here" : "it is not denied here"))
            .advice(
                effect == Effect.ALLOW
                    ? "allow what has no such tag in a statement of its own"
                    : "deny what has no such tag in a statement without the test");
    patterns.stream()
        .limit(10)
        .forEach(pattern -> draft.related(pattern.span(), "this has no such tag"));
    if (use.domain() == Domain.PRESENCE) {
      draft.withoutIssueCode();
    }
    draft.add();
    return true;
  }

  /* A pattern of which one action has the tag is how one writes such statements. */
  private ImmutableList<Located<ActionPattern>> without(
      KeyUse use, Statement statement, LintedPolicy policy) {
    if (element == Element.NOT_ACTION) {
      return ImmutableList.of();
    }
    return statement.action().value().patterns().stream()
        .filter(
            pattern -> {
              ImmutableList<ActionDefinition> actions =
                  policy.catalog().expand(pattern.value().text());
              return !actions.isEmpty()
                  && actions.stream()
                      .noneMatch(
                          action ->
                              TagKey.goesWith(action, use, policy)
                                  || TagKey.tagsOnCreation(action, policy));
            })
        .collect(toImmutableList());
  }

  private static ImmutableSortedSet<String> servicesWithout(
      KeyUse use, Statement statement, LintedPolicy policy) {
    ImmutableList<ActionDefinition> actions = policy.actions(statement);
    ImmutableSortedSet<String> with =
        actions.stream()
            .filter(action -> TagKey.goesWith(action, use, policy))
            .map(ActionDefinition::service)
            .collect(toImmutableSortedSet(Comparator.naturalOrder()));
    return actions.stream()
        .map(ActionDefinition::service)
        .filter(service -> !with.contains(service))
        .collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }
}
