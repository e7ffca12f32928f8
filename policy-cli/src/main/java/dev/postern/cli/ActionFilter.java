package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.ActionResource;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.ConditionKeyDefinition;
import dev.postern.catalog.GlobalKey;
import dev.postern.catalog.KeyScope;
import dev.postern.catalog.ResourceType;
import dev.postern.catalog.Service;
import dev.postern.model.source.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Which actions of those that match are wanted. A name that is empty wants all.
 *
 * @param levels one of these; any if there is none
 * @param resourceType what the action has to take: {@code bucket}, or {@code s3:bucket}
 * @param conditionKey the key that AWS has to list for it
 */
record ActionFilter(ImmutableSet<AccessLevel> levels, String resourceType, String conditionKey) {
  private static final String LEVEL = "--level";
  private static final String TYPE = "--resource-type";
  private static final String KEY = "--condition-key";

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.text(
            LEVEL,
            "LEVEL,...",
            "only actions of these access levels: List, Read, Write, Permissions management,"
                + " Tagging, in any letter case"));
    spec.addOption(
        Options.text(
            TYPE, "TYPE", "only actions that take this type of resource: bucket, or s3:bucket"));
    spec.addOption(
        Options.text(
            KEY,
            "KEY",
            "only actions for which AWS lists this condition key, or for a type of resource that"
                + " they take"));
  }

  /**
   * The filter that the options ask for.
   *
   * @throws UsageException if one is no access level
   */
  static ActionFilter of(ParseResult given) {
    ImmutableSet.Builder<AccessLevel> levels = ImmutableSet.builder();
    for (String label : Options.list(given, LEVEL)) {
      levels.add(AccessLevel.parse(label).orElseThrow(() -> noLevel(label)));
    }
    return new ActionFilter(
        levels.build(), given.matchedOptionValue(TYPE, ""), given.matchedOptionValue(KEY, ""));
  }

  private static UsageException noLevel(String label) {
    return new UsageException(
        LEVEL
            + ": `"
            + label
            + "` is none of "
            + Arrays.stream(AccessLevel.values())
                .map(AccessLevel::label)
                .collect(Collectors.joining(", ")));
  }

  /**
   * The actions that are wanted.
   *
   * @throws UsageException if there is none, since the catalog has no such type or key
   */
  ImmutableList<ActionDefinition> apply(
      Iterable<ActionDefinition> actions, Catalog catalog, Console console) {
    ImmutableList.Builder<ActionDefinition> wanted = ImmutableList.builder();
    boolean hasKeyAnyway = false;
    for (ActionDefinition action : actions) {
      if (hasLevel(action) && takesType(action)) {
        KeyScope scope =
            conditionKey.isEmpty() ? KeyScope.ACTION : catalog.keyScope(action, conditionKey);
        if (scope == KeyScope.ACTION) {
          wanted.add(action);
        }
        hasKeyAnyway |= scope == KeyScope.GLOBAL;
      }
    }
    ImmutableList<ActionDefinition> found = wanted.build();
    if (found.isEmpty()) {
      refuseUnknownNames(catalog);
      if (hasKeyAnyway) {
        console.tell(
            KEY + ": `" + conditionKey + "` goes with every action, and is listed for none");
      }
    }
    return found;
  }

  private boolean hasLevel(ActionDefinition action) {
    return levels.isEmpty() || levels.contains(action.level());
  }

  private boolean takesType(ActionDefinition action) {
    if (resourceType.isEmpty()) {
      return true;
    }
    for (ActionResource resource : action.resources()) {
      if (isWanted(resource.type())) {
        return true;
      }
    }
    return false;
  }

  private boolean isWanted(ResourceType type) {
    return resourceType.equalsIgnoreCase(type.name())
        || resourceType.equalsIgnoreCase(type.service() + ":" + type.name());
  }

  /* Only when nothing is left: looking through all services takes longer than the answer. */
  private void refuseUnknownNames(Catalog catalog) {
    if (!resourceType.isEmpty()) {
      refuseUnknownType(catalog);
    }
    if (!conditionKey.isEmpty() && catalog.conditionKey(conditionKey).isEmpty()) {
      throw new UsageException(
          new NotInCatalog(catalog)
              .named(KEY, conditionKey, NearestName.of(conditionKey, keysLikeIt(catalog))));
    }
  }

  private void refuseUnknownType(Catalog catalog) {
    boolean isQualified = resourceType.indexOf(':') >= 0;
    List<String> names = new ArrayList<>();
    for (Service service : catalog.services()) {
      for (ResourceType type : service.resourceTypes()) {
        if (isWanted(type)) {
          return;
        }
        names.add(isQualified ? type.service() + ":" + type.name() : type.name());
      }
    }
    throw new UsageException(
        new NotInCatalog(catalog).named(TYPE, resourceType, NearestName.of(resourceType, names)));
  }

  private ImmutableList<String> keysLikeIt(Catalog catalog) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (GlobalKey global : catalog.globalKeys()) {
      names.add(global.definition().name());
    }
    int colon = conditionKey.indexOf(':');
    catalog.service(conditionKey.substring(0, Math.max(colon, 0))).stream()
        .flatMap(service -> service.conditionKeys().stream())
        .map(ConditionKeyDefinition::name)
        .forEach(names::add);
    return names.build();
  }
}
