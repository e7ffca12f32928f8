package dev.postern.catalog;

/**
 * A key that AWS sets for requests to all services. AWS: "AWS global condition context keys".
 *
 * @param definition the key
 * @param isAlwaysPresent whether every request has it
 * @param goesWithEveryAction whether it may go with any action; else, as {@code aws:TagKeys}, with
 *     those alone for which a service lists it
 */
public record GlobalKey(
    ConditionKeyDefinition definition, boolean isAlwaysPresent, boolean goesWithEveryAction) {}
