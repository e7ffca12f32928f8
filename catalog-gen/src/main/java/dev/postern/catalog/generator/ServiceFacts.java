package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;

/** A service and what it has, each list sorted by name. */
record ServiceFacts(
    String prefix,
    String displayName,
    boolean hasResourceControl,
    PolicySupport policies,
    ImmutableList<KeyFact> keys,
    ImmutableList<TypeFact> types,
    ImmutableList<ActionFact> actions) {

  /** The service with other keys. */
  ServiceFacts withKeys(ImmutableList<KeyFact> others) {
    return new ServiceFacts(
        prefix, displayName, hasResourceControl, policies, others, types, actions);
  }

  /** The service with other actions. */
  ServiceFacts withActions(ImmutableList<ActionFact> others) {
    return new ServiceFacts(prefix, displayName, hasResourceControl, policies, keys, types, others);
  }
}
