package dev.postern.catalog;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An action that exists, and what is known of it. Two are equal when they name the same action.
 * AWS: "Actions, resources, and condition keys for AWS services", the tables of actions.
 */
public final class ActionDefinition {
  /** The date of {@link #dependentActions}: the source has not had them since. */
  public static final LocalDate DEPENDENT_ACTIONS_AS_OF = LocalDate.of(2025, 12, 6);

  private final String service;
  private final String name;
  private final String foldedName;
  private final AccessLevel level;
  private final Lazy<Details> details;
  // Put together when first asked for; whoever comes at the same time makes an equal one.
  private @Nullable String fullName;

  /** What is read when it is first asked for. */
  record Details(
      ImmutableList<ActionResource> resources,
      ImmutableList<ConditionKeyDefinition> ownConditionKeys,
      ImmutableList<String> dependentActions) {}

  ActionDefinition(String service, String name, AccessLevel level, Lazy<Details> details) {
    this.service = service;
    this.name = name;
    this.foldedName = Ascii.toLowerCase(name);
    this.level = level;
    this.details = details;
  }

  /** The service prefix in lower case, such as {@code s3}. */
  public String service() {
    return service;
  }

  /** Its name in AWS's spelling, such as {@code GetObject}. */
  public String name() {
    return name;
  }

  /** Its name in lower case. */
  String foldedName() {
    return foldedName;
  }

  /** As policies write it: {@code s3:GetObject}. */
  public String fullName() {
    String known = fullName;
    if (known == null) {
      known = service + ":" + name;
      fullName = known;
    }
    return known;
  }

  /** What kind of access it gives. */
  public AccessLevel level() {
    return level;
  }

  /**
   * The types of resource that it takes, by name. None means that the action knows no resources: a
   * policy has to name it with {@code "Resource": "*"}.
   */
  public ImmutableList<ActionResource> resources() {
    return details.get().resources();
  }

  /** The keys that go with every request for it; those of its resources and global ones aside. */
  public ImmutableList<ConditionKeyDefinition> ownConditionKeys() {
    return details.get().ownConditionKeys();
  }

  /**
   * All keys that may go with a request for it: its own and those of its resources, whichever they
   * are. Global keys are asked of {@link Catalog#globalKeys}.
   */
  public ImmutableSet<ConditionKeyDefinition> conditionKeys() {
    ImmutableSet.Builder<ConditionKeyDefinition> all = ImmutableSet.builder();
    all.addAll(ownConditionKeys());
    for (ActionResource resource : resources()) {
      all.addAll(resource.conditionKeys()).addAll(resource.type().conditionKeys());
    }
    return all.build();
  }

  /**
   * The keys that may go with a request for it on a resource of this type: its own, those that it
   * has with this type only, and the type's. Its own alone if it does not take the type.
   */
  public ImmutableSet<ConditionKeyDefinition> conditionKeys(ResourceType type) {
    ImmutableSet.Builder<ConditionKeyDefinition> all = ImmutableSet.builder();
    all.addAll(ownConditionKeys());
    for (ActionResource resource : resources()) {
      if (resource.type().equals(type)) {
        all.addAll(resource.conditionKeys()).addAll(type.conditionKeys());
      }
    }
    return all.build();
  }

  /** Whether a key is one of {@link #conditionKeys}, or an example of one. */
  boolean lists(String key) {
    if (isAmong(key, ownConditionKeys())) {
      return true;
    }
    for (ActionResource resource : resources()) {
      if (isAmong(key, resource.conditionKeys()) || isAmong(key, resource.type().conditionKeys())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmong(String key, ImmutableList<ConditionKeyDefinition> keys) {
    for (ConditionKeyDefinition definition : keys) {
      if (KeyTable.isFor(definition, key)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Actions that the caller needs besides, by their full names; as of {@link
   * #DEPENDENT_ACTIONS_AS_OF}, so none does not mean that there is none.
   */
  public ImmutableList<String> dependentActions() {
    return details.get().dependentActions();
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof ActionDefinition other
        && service.equals(other.service)
        && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return service.hashCode() * 31 + name.hashCode();
  }

  @Override
  public String toString() {
    return fullName();
  }
}
