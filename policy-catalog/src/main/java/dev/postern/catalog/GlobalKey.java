package dev.postern.catalog;

/**
 * A key that goes with requests to all services. AWS: "AWS global condition context keys".
 *
 * @param definition the key
 * @param isAlwaysPresent whether every request has it
 */
public record GlobalKey(ConditionKeyDefinition definition, boolean isAlwaysPresent) {}
