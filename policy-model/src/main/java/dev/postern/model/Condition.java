package dev.postern.model;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;

/**
 * One test: an operator, a key, and the values that the key is compared with.
 *
 * @param operator how they are compared
 * @param key what is compared
 * @param values the policy's values; the span is that of the list or of the single value
 */
public record Condition(
    Located<ConditionOperator> operator,
    Located<ConditionKey> key,
    Located<ImmutableList<Located<ConditionValue>>> values) {}
