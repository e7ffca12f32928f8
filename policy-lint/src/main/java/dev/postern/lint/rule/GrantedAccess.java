package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ResourceType;
import dev.postern.model.ActionName;
import dev.postern.model.ActionPattern;
import dev.postern.model.ArnPattern;
import dev.postern.model.ResourceElement;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a statement gives of the access that configuration speaks of, whatever its conditions.
 *
 * @param actions the full names of the actions, not empty
 * @param action the first entry that takes some of them in
 * @param resource where it says on which resources
 */
record GrantedAccess(ImmutableList<String> actions, SourceSpan action, SourceSpan resource) {
  private static final ResourcePattern ANY = ResourcePattern.of("*");

  /** What a statement gives of each access, unless the policy denies it to all. */
  static ImmutableList<GrantedAccess> allOf(
      Statement allow, Iterable<Expectations.Access> accesses, LintedPolicy policy) {
    return Streams.stream(accesses)
        .flatMap(access -> of(allow, access, GrantedAccess::isUnconditional, policy).stream())
        .collect(toImmutableList());
  }

  /** Whether a Deny takes something back under all circumstances. */
  static boolean isUnconditional(Statement deny) {
    return deny.condition().value().conditions().isEmpty();
  }

  /** The actions of several, each once. */
  static ImmutableSet<String> actions(Iterable<GrantedAccess> granted) {
    return Streams.stream(granted)
        .flatMap(one -> one.actions.stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * What a statement gives of some access.
   *
   * @param takesBack which Deny statements count
   */
  static Optional<GrantedAccess> of(
      Statement allow,
      Expectations.Access access,
      Predicate<Statement> takesBack,
      LintedPolicy policy) {
    return allow.isAllow()
        ? new Search(allow, access, takesBack, policy).result()
        : Optional.empty();
  }

  /**
   * Resources that an entry of the statement names and configuration asks for.
   *
   * @param span where the entry stands
   * @param denies the Deny statements that speak of all of them
   */
  private record Shared(Overlap overlap, SourceSpan span, ImmutableList<Statement> denies) {
    private boolean isDenied(ActionName action) {
      return denies.stream().anyMatch(deny -> deny.action().value().covers(action));
    }
  }

  /** One statement and one access. */
  private static final class Search {
    private final Statement allow;
    private final Expectations.Access access;
    private final ImmutableList<Statement> denies;
    private final LintedPolicy policy;
    private final Map<String, ImmutableSet<ResourceType>> types = new HashMap<>();

    private Search(
        Statement allow,
        Expectations.Access access,
        Predicate<Statement> takesBack,
        LintedPolicy policy) {
      this.allow = allow;
      this.access = access;
      this.denies =
          policy.document().statementList().stream()
              .map(Located::value)
              .filter(statement -> statement.isDeny() && speaksToSame(statement))
              .filter(takesBack)
              .collect(toImmutableList());
      this.policy = policy;
    }

    private boolean speaksToSame(Statement deny) {
      return deny.principal().value().equals(allow.principal().value())
          || PublicGrant.everyone(deny.principal()).isPresent();
    }

    private Optional<GrantedAccess> result() {
      Set<String> names = names();
      ImmutableList<Shared> shared = names.isEmpty() ? ImmutableList.of() : shared();
      ImmutableList.Builder<String> given = ImmutableList.builder();
      Optional<Shared> first = Optional.empty();
      for (String name : names) {
        Optional<Shared> on = shared.stream().filter(one -> isGiven(name, one)).findFirst();
        if (on.isPresent()) {
          given.add(name);
          first = first.isPresent() ? first : on;
        }
      }
      ImmutableList<String> actions = given.build();
      return first.map(on -> new GrantedAccess(actions, span(actions), on.span));
    }

    /* The entry that stands first. */
    private SourceSpan span(ImmutableList<String> names) {
      return names.stream()
          .flatMap(name -> ActionReach.of(allow, ActionName.of(name)).stream())
          .map(ActionReach::span)
          .min(Comparator.comparingInt(SourceSpan::startOffset))
          .orElse(allow.action().span());
    }

    /* Those of the catalog, and what configuration spells out and the catalog does not know. */
    private Set<String> names() {
      Set<ActionDefinition> asked = new HashSet<>();
      Set<String> names = new LinkedHashSet<>();
      for (ActionPattern pattern : access.actions()) {
        asked.addAll(policy.catalog().expand(pattern.text()));
        if (!ActionReach.hasWildcard(pattern.text())
            && policy.catalog().action(pattern.text()).isEmpty()
            && allow.action().value().covers(ActionName.of(pattern.text()))) {
          names.add(pattern.text());
        }
      }
      policy.actions(allow).stream()
          .filter(asked::contains)
          .forEach(action -> names.add(action.fullName()));
      return names;
    }

    private ImmutableList<Shared> shared() {
      ResourceElement element = allow.resource().value();
      if (element instanceof ResourceElement.Resource) {
        return element.patterns().stream()
            .flatMap(entry -> shared(entry.value(), ImmutableList.of(), entry.span()))
            .collect(toImmutableList());
      }
      ImmutableList<ResourcePattern> without =
          element.patterns().stream().map(Located::value).collect(toImmutableList());
      return shared(ANY, without, allow.resource().span()).collect(toImmutableList());
    }

    private Stream<Shared> shared(
        ResourcePattern entry, ImmutableList<ResourcePattern> without, SourceSpan span) {
      Iterable<ResourcePattern> asked =
          access.resources().isEmpty() ? ImmutableList.of(ANY) : access.resources();
      return Streams.stream(asked)
          .filter(resource -> !(isUnknown(entry) && resource instanceof ArnPattern))
          .flatMap(resource -> shared(new Overlap(entry, resource), without, span));
    }

    /* Which one resource everything is, of all that a resource's policy can speak of. */
    private boolean isUnknown(ResourcePattern entry) {
      return entry instanceof ResourcePattern.Any
          && PolicyTypes.WITH_PRINCIPALS.contains(policy.type().kind());
    }

    private Stream<Shared> shared(
        Overlap overlap, ImmutableList<ResourcePattern> without, SourceSpan span) {
      return overlap.exists() && without.stream().noneMatch(overlap::isWithin)
          ? Stream.of(
              new Shared(
                  overlap,
                  span,
                  denies.stream()
                      .filter(deny -> overlap.isWithin(deny.resource().value()))
                      .collect(toImmutableList())))
          : Stream.empty();
    }

    /* An action that is about no resource of the overlap gives nothing there. */
    private boolean isGiven(String name, Shared shared) {
      Optional<ActionDefinition> action = policy.catalog().action(name);
      boolean isAbout =
          action.isEmpty()
              || (takes(action.get(), shared.overlap.one())
                  && takes(action.get(), shared.overlap.other()));
      return isAbout && !shared.isDenied(ActionName.of(name));
    }

    private boolean takes(ActionDefinition action, ResourcePattern resource) {
      return !(resource instanceof ArnPattern arn)
          || action.resources().stream()
              .anyMatch(taken -> types(action, arn).contains(taken.type()));
    }

    private ImmutableSet<ResourceType> types(ActionDefinition action, ArnPattern arn) {
      return types.computeIfAbsent(
          action.service() + " " + arn.text(),
          key -> ImmutableSet.copyOf(policy.catalog().resourceTypes(action.service(), arn.text())));
    }
  }
}
