package dev.postern.catalog;

import com.google.common.collect.ImmutableList;

/**
 * A type of resource as one action takes it.
 *
 * @param type the type
 * @param isRequired whether each request for the action names one of this type
 * @param conditionKeys the keys that go with the action on this type only; the type's own aside
 */
public record ActionResource(
    ResourceType type, boolean isRequired, ImmutableList<ConditionKeyDefinition> conditionKeys) {}
