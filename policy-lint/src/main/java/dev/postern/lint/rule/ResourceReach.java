package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ActionResource;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.ResourceType;
import dev.postern.model.ActionName;
import dev.postern.model.ArnPattern;
import dev.postern.model.ResourceElement.Resource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which actions can be about one of the resources that a statement lists. All types of resource
 * that an action takes count, whether AWS marks them as required or not.
 */
final class ResourceReach {
  private final Catalog catalog;
  private final ImmutableList<ResourcePattern> patterns;
  private final boolean isEverything;
  private final Map<String, ImmutableSet<ResourceType>> fitting = new HashMap<>();

  private ResourceReach(Statement statement, Catalog catalog) {
    this.catalog = catalog;
    this.patterns =
        statement.resource().value().patterns().stream()
            .map(Located::value)
            .collect(ImmutableList.toImmutableList());
    this.isEverything =
        !(statement.resource().value() instanceof Resource)
            || patterns.stream().anyMatch(pattern -> !(pattern instanceof ArnPattern));
  }

  /** Of the resources of a statement, whatever its actions. */
  static ResourceReach of(Statement statement, LintedPolicy policy) {
    return policy.reach(statement, each -> new ResourceReach(each, policy.catalog()));
  }

  /** Whether nothing can be said: {@code *} is among them, or they are not listed as ARNs. */
  boolean isEverything() {
    return isEverything;
  }

  /** Whether a request for the action may name one of the resources. */
  boolean reaches(ActionDefinition action) {
    return isEverything
        || action.resources().stream().map(ActionResource::type).anyMatch(this::reaches);
  }

  /** Whether some resource of the type may be one of them. */
  boolean reaches(ResourceType type) {
    return isEverything
        || fitting.computeIfAbsent(type.service(), this::typesThatFit).contains(type);
  }

  private ImmutableSet<ResourceType> typesThatFit(String service) {
    return patterns.stream()
        .flatMap(pattern -> catalog.resourceTypes(service, pattern.text()).stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Whether another statement of the same effect reaches a resource with the action. */
  static boolean isReachedElsewhere(
      ActionDefinition action, Statement statement, LintedPolicy policy) {
    ActionName name = ActionName.of(action.fullName());
    return others(statement, policy)
        .filter(other -> other.action().value().covers(name))
        .anyMatch(other -> of(other, policy).reaches(action));
  }

  private static Stream<Statement> others(Statement statement, LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(other -> !other.equals(statement) && other.isAllow() == statement.isAllow());
  }
}
