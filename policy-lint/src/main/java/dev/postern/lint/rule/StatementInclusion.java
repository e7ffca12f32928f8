package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.ActionElement;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.ActionElement.NotAction;
import dev.postern.model.Condition;
import dev.postern.model.NormalForm;
import dev.postern.model.PolicyVersion;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalElement.Principal;
import dev.postern.model.PrincipalKind;
import dev.postern.model.PrincipalSet;
import dev.postern.model.PrincipalValue;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourceElement.NotResource;
import dev.postern.model.ResourceElement.Resource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;

/**
 * A statement, made ready to be asked whether it speaks of every request that another one speaks
 * of. Compared element by element, and patterns as languages, so yes is certain and no may only
 * mean that it takes more than one element to see.
 */
final class StatementInclusion {
  private final Statement normal;
  private final ImmutableList<Redundancy.Entry> actions;
  private final ImmutableList<Redundancy.Entry> resources;
  private final ImmutableSet<Condition> conditions;
  private final boolean comparable;

  private StatementInclusion(Statement normal, PolicyVersion version) {
    this.normal = normal;
    this.comparable = isComparable(normal);
    this.actions =
        normal.action().value().patterns().stream()
            .map(pattern -> ActionRedundant.entry(pattern.value()))
            .collect(toImmutableList());
    this.resources =
        comparable
            ? normal.resource().value().patterns().stream()
                .map(pattern -> ResourceRedundant.entry(pattern.value(), version))
                .collect(toImmutableList())
            : ImmutableList.of();
    this.conditions = normal.condition().value().conditions().stream().collect(toImmutableSet());
  }

  static StatementInclusion of(Statement statement, LintedPolicy policy) {
    PolicyVersion version = policy.document().version().value();
    return policy.inclusion(
        statement, each -> new StatementInclusion(NormalForm.of(each), version));
  }

  /* What an empty list means is said by rules of their own, and of NotAction AWS does not say it. */
  private static boolean isComparable(Statement statement) {
    ResourceElement resource = statement.resource().value();
    return !statement.action().value().patterns().isEmpty()
        && (resource instanceof ResourceElement.Absent || !resource.patterns().isEmpty())
        && resource.patterns().stream()
            .allMatch(pattern -> ResourceRedundant.isComparable(pattern.value()));
  }

  /** Whether, whatever the request, this one applies where the other does, and to the same end. */
  boolean covers(StatementInclusion other) {
    return comparable
        && other.comparable
        && normal.isAllow() == other.normal.isAllow()
        // Each further test leaves out requests and lets none in.
        && other.conditions.containsAll(conditions)
        && coversPrincipals(other)
        && coversActions(other)
        && coversResources(other);
  }

  private boolean coversPrincipals(StatementInclusion other) {
    PrincipalElement mine = normal.principal().value();
    PrincipalElement theirs = other.normal.principal().value();
    if (mine.equals(theirs)) {
      return true;
    }
    if (!(mine instanceof Principal wide) || !(theirs instanceof Principal narrow)) {
      return false;
    }
    if (wide.principals() instanceof PrincipalSet.Everyone) {
      // A principal that is named may pass where its boundary says nothing: an Allow for `*` is
      // less.
      return normal.isDeny();
    }
    return narrow.principals() instanceof PrincipalSet.Listed
        && values(wide.principals()).containsAll(values(narrow.principals()));
  }

  private static ImmutableSet<PrincipalName> values(PrincipalSet principals) {
    return principals instanceof PrincipalSet.Listed listed
        ? listed.entries().stream()
            .flatMap(
                entry ->
                    entry.values().value().stream()
                        .map(value -> new PrincipalName(entry.kind().value(), value.value())))
            .collect(toImmutableSet())
        : ImmutableSet.of();
  }

  private record PrincipalName(PrincipalKind kind, PrincipalValue value) {}

  private boolean coversActions(StatementInclusion other) {
    ActionElement mine = normal.action().value();
    ActionElement theirs = other.normal.action().value();
    if (mine instanceof Action) {
      return theirs instanceof Action ? allWithin(other.actions, actions) : hasEvery(mine);
    }
    // A complement is the wider, the less is taken out of it.
    return theirs instanceof NotAction
        ? allWithin(actions, other.actions)
        : other.actions.stream().allMatch(entry -> entry.isLiteral() && isOutside(entry, actions));
  }

  private static boolean hasEvery(ActionElement element) {
    return element.patterns().stream().anyMatch(pattern -> AdminFull.isEvery(pattern.value()));
  }

  private boolean coversResources(StatementInclusion other) {
    ResourceElement mine = normal.resource().value();
    ResourceElement theirs = other.normal.resource().value();
    if (mine instanceof Resource) {
      return theirs instanceof Resource
          ? allWithin(other.resources, resources)
          : theirs instanceof NotResource && hasAny(mine);
    }
    return mine instanceof NotResource
        ? theirs instanceof NotResource && isFixed(other) && allWithin(resources, other.resources)
        : mine.equals(theirs);
  }

  /* What a variable without a value leaves out of NotResource, AWS does not say. */
  private boolean isFixed(StatementInclusion other) {
    return resources.stream().noneMatch(Redundancy.Entry::takesSubstitutes)
        && other.resources.stream().noneMatch(Redundancy.Entry::takesSubstitutes);
  }

  private static boolean hasAny(ResourceElement element) {
    return element.patterns().stream()
        .anyMatch(pattern -> pattern.value() instanceof ResourcePattern.Any);
  }

  private static boolean allWithin(
      ImmutableList<Redundancy.Entry> narrow, ImmutableList<Redundancy.Entry> wide) {
    return narrow.stream().allMatch(entry -> wide.stream().anyMatch(one -> one.covers(entry)));
  }

  private static boolean isOutside(
      Redundancy.Entry entry, ImmutableList<Redundancy.Entry> excluded) {
    return excluded.stream().noneMatch(one -> one.covers(entry));
  }
}
