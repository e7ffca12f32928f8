package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ConditionKey;

/**
 * A condition key that a statement asked for and the request does not have.
 *
 * @param key the key
 * @param usedBy the statements that asked, as {@code policy#index}
 * @param alwaysPresentInAws whether AWS sends it with every such request, so that its absence here
 *     is a gap in what was given
 */
public record MissingKey(
    ConditionKey key, ImmutableList<String> usedBy, boolean alwaysPresentInAws) {}
