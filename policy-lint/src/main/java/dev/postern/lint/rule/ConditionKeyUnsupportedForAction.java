package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.KeyScope;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.ActionPattern;
import dev.postern.model.BaseOperator;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A condition key with an action whose requests never hold it. Actions with wildcards are passed
 * over, as Access Analyzer does: their author may well mean those that have the key.
 */
final class ConditionKeyUnsupportedForAction implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "condition-key-unsupported-for-action", "requests for the action never hold the key")
        .issueCode("UNSUPPORTED_ACTION_FOR_CONDITION_KEY")
        .peers("parliament:UNKNOWN_CONDITION_FOR_ACTION", "boogy:invalid_condition_key");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!(statement.action().value() instanceof Action element)) {
      return;
    }
    for (KeyUse use : KeyUse.allOf(statement, policy)) {
      if (belongsToActions(use, statement)) {
        ImmutableList<Located<ActionPattern>> without =
            element.patterns().stream()
                .filter(action -> isWithout(action.value(), use, policy))
                .collect(toImmutableList());
        if (!without.isEmpty()) {
          Findings.Draft draft = findings.at(without.get(0).span()).about(use.subject());
          if (!isOfProvider(use, policy)) {
            // Access Analyzer says this of trust policies; of others AWS's pages are less complete.
            draft.severity(Severity.WARNING).withoutIssueCode();
          }
          report(use, without, statement, policy, draft);
        }
      }
    }
  }

  /*
   * Keys of all requests go with every action, and those of tags are the business of other rules.
   * IfExists, or Null, says that the author has thought of requests without the key.
   */
  private static boolean belongsToActions(KeyUse use, Statement statement) {
    return !use.key().service().equals("aws")
        && !use.isIfExists()
        && !isForAbsence(use)
        && use.definition().filter(definition -> !TagKeyFamily.is(definition)).isPresent()
        && KeysOfOneAction.bundled().missing(use.key(), statement).isEmpty();
  }

  private static boolean isForAbsence(KeyUse use) {
    return use.base() == BaseOperator.NULL && use.holdsOnAbsentKey();
  }

  private static boolean isWithout(ActionPattern action, KeyUse use, LintedPolicy policy) {
    KeyScope highest = isOfProvider(use, policy) ? KeyScope.GLOBAL : KeyScope.NONE;
    return policy
        .catalog()
        .action(action.text())
        .filter(
            known -> {
              KeyScope scope = policy.catalog().keyScope(known, use.key().text());
              return scope == KeyScope.NONE || scope == highest;
            })
        .filter(known -> !KeysOfMoreActions.bundled().has(use.key(), known))
        .isPresent();
  }

  /* The token of a provider is shown when a role is assumed, and not when its session is tagged. */
  private static boolean isOfProvider(KeyUse use, LintedPolicy policy) {
    return policy.type().kind() == Kind.TRUST
        && use.key().service().indexOf('.') >= 0
        && policy
            .catalog()
            .service("sts")
            .flatMap(sts -> sts.conditionKey(use.key().text()))
            .isPresent();
  }

  private static void report(
      KeyUse use,
      ImmutableList<Located<ActionPattern>> actions,
      Statement statement,
      LintedPolicy policy,
      Findings.Draft draft) {
    draft
        .message(
            "requests for "
                + NameList.quoted(names(actions))
                + " do not hold `"
                + use.key().text()
                + "` by the catalog of "
                + policy.catalog().info().dataDate()
                + ": "
                + consequence(use, statement))
        .advice("move what has no such key to a statement of its own");
    actions.stream().skip(1).forEach(action -> draft.related(action.span(), "nor does this one"));
    draft.related(use.keySpan(), "this key").add();
  }

  private static ImmutableList<String> names(ImmutableList<Located<ActionPattern>> actions) {
    return actions.stream().map(action -> action.value().text()).collect(toImmutableList());
  }

  private static String consequence(KeyUse use, Statement statement) {
    if (use.holdsOnAbsentKey()) {
      return "the test always passes";
    }
    return statement.isAllow() ? "they are never allowed here" : "they are never denied here";
  }
}
