package dev.postern.catalog;

import com.google.common.collect.ImmutableList;

/**
 * What the catalog holds of a service.
 *
 * @param keys its condition keys, by name, letter case aside
 * @param types its types of resource, the same
 * @param actions its actions, the same
 */
record ServiceFacts(
    ImmutableList<ConditionKeyDefinition> keys,
    ImmutableList<ResourceType> types,
    ImmutableList<ActionDefinition> actions) {}
