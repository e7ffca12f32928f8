package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionElement;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A tag that may not be set but may be taken away, or the other way round. */
final class TagUntagOpen implements StatementRule {
  /** How actions that set tags, and those that take them away, begin. */
  private record Pair(String set, String remove) {}

  private static final ImmutableList<Pair> PAIRS =
      ImmutableList.of(
          new Pair("AddTagsTo", "RemoveTagsFrom"),
          new Pair("AddTags", "RemoveTags"),
          new Pair("CreateTags", "DeleteTags"),
          new Pair("Tag", "Untag"));

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "tag-untag-open", "a tag is protected from being set and not from being removed")
        .on(Kind.IDENTITY, Kind.PERMISSIONS_BOUNDARY, Kind.SERVICE_CONTROL);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isDeny() || !(statement.action().value() instanceof ActionElement.Action)) {
      return;
    }
    KeyUse.allOf(statement, policy).stream()
        .filter(
            use ->
                use.isOf("aws:TagKeys")
                    && !use.isNegated()
                    && use.domain() != Domain.PRESENCE
                    && !use.values().isEmpty())
        .findFirst()
        .ifPresent(use -> check(use, statement, policy, findings));
  }

  private static void check(
      KeyUse use, Statement statement, LintedPolicy policy, Findings findings) {
    ImmutableSet<String> denied = names(policy, Statement::isDeny);
    ImmutableSet<String> allowed = names(policy, each -> isOpen(each, policy));
    boolean isGivenElsewhere = policy.type().kind() == Kind.SERVICE_CONTROL;
    ImmutableSortedSet<String> open =
        policy.actions(statement).stream()
            .flatMap(action -> counterpart(action, policy).stream())
            .filter(name -> !denied.contains(name))
            .filter(name -> isGivenElsewhere || allowed.contains(name))
            .collect(toImmutableSortedSet(Comparator.naturalOrder()));
    if (!open.isEmpty()) {
      findings
          .at(statement.action().span())
          .message(
              NameList.quoted(open)
                  + " can still change what this protects under `"
                  + use.key().text()
                  + "`")
          .advice("deny both, what sets tags and what takes them away")
          .related(use.valuesSpan(), "these are protected")
          .add();
    }
  }

  /* Of a narrower Resource it is not known whether it holds what is protected. */
  private static boolean isOpen(Statement statement, LintedPolicy policy) {
    return statement.isAllow()
        && TagResourceEditable.speaksOfEverything(statement)
        && KeyUse.allOf(statement, policy).stream()
            .noneMatch(use -> use.isOf("aws:TagKeys") || TagKey.of(use).isPresent());
  }

  private static ImmutableSet<String> names(LintedPolicy policy, Predicate<Statement> which) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(which)
        .flatMap(statement -> policy.actions(statement).stream())
        .map(ActionDefinition::fullName)
        .collect(toImmutableSet());
  }

  /** What undoes an action on tags, if there is such an action. */
  private static Optional<String> counterpart(ActionDefinition action, LintedPolicy policy) {
    return PAIRS.stream()
        .flatMap(
            pair ->
                Stream.concat(
                    turned(action, pair.set(), pair.remove()),
                    turned(action, pair.remove(), pair.set())))
        .flatMap(name -> policy.catalog().action(name).stream())
        .map(ActionDefinition::fullName)
        .findFirst();
  }

  private static Stream<String> turned(ActionDefinition action, String from, String to) {
    return action.name().startsWith(from)
        ? Stream.of(action.service() + ":" + to + action.name().substring(from.length()))
        : Stream.empty();
  }
}
