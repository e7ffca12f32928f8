package dev.postern.catalog.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;

/**
 * All that the catalog says.
 *
 * @param source the package that said it, with its version: {@code iam-data@0.21.202609261}
 * @param date when the facts were collected
 * @param services by prefix
 */
record CatalogFacts(String source, LocalDate date, ImmutableList<ServiceFacts> services) {

  /** How many of each there are. */
  record Counts(int services, int actions, int types, int keys) {}

  Counts counts() {
    int actions = 0;
    int types = 0;
    int keys = 0;
    for (ServiceFacts service : services) {
      actions += service.actions().size();
      types += service.types().size();
      keys += service.keys().size();
    }
    return new Counts(services.size(), actions, types, keys);
  }

  /** All actions, by full name. */
  ImmutableSortedMap<String, ActionFact> actions() {
    ImmutableSortedMap.Builder<String, ActionFact> all = ImmutableSortedMap.orderedBy(Names.ORDER);
    for (ServiceFacts service : services) {
      for (ActionFact action : service.actions()) {
        all.put(service.prefix() + ":" + action.name(), action);
      }
    }
    return all.buildOrThrow();
  }

  /** The full names of all actions in AWS's spelling, by folded name. */
  ImmutableMap<String, String> spellings() {
    ImmutableMap.Builder<String, String> all = ImmutableMap.builder();
    for (String name : actions().keySet()) {
      all.put(Names.fold(name), name);
    }
    return all.buildOrThrow();
  }
}
