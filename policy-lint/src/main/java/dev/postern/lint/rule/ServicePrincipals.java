package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.Service;
import dev.postern.model.source.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service principals that AWS documents. Most are the prefix of the service's actions and
 * {@code amazonaws.com}; the table {@code service-principals.tsv} has the others, and what is known
 * of some.
 */
final class ServicePrincipals {
  /** What is known of a service principal. */
  enum Trait {
    /** It assumes roles to act for resources of many accounts, and says for which. */
    SOURCE,
    /** It gives a role's credentials to code that runs on it. */
    COMPUTE
  }

  // Read on first use and the same each time, so a race costs a second reading and nothing else.
  private volatile @Nullable ImmutableMap<String, ImmutableSet<Trait>> table;

  /** Whether there is such a service principal, or one that it belongs to. */
  boolean isKnown(String principal, Catalog catalog) {
    return table().containsKey(principal)
        || ServiceName.of(principal)
            .filter(service -> isKnownName(service.name(), catalog))
            .isPresent();
  }

  /* What stands before the name of a service is a part of it: monitoring.rds. */
  private boolean isKnownName(String name, Catalog catalog) {
    String rest = name;
    while (true) {
      if (catalog.service(rest).isPresent() || table().containsKey(rest + ".amazonaws.com")) {
        return true;
      }
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return false;
      }
      rest = rest.substring(dot + 1);
    }
  }

  /** The one that was most likely meant. */
  Optional<String> nearest(String principal, Catalog catalog) {
    int dot = principal.indexOf('.');
    String service = dot < 0 ? principal : principal.substring(0, dot);
    String standard = service + ".amazonaws.com";
    if (isKnown(standard, catalog)) {
      return Optional.of(standard);
    }
    ImmutableList.Builder<String> candidates = ImmutableList.builder();
    candidates.addAll(table().keySet());
    for (Service other : catalog.services()) {
      candidates.add(other.prefix() + ".amazonaws.com");
    }
    return NearestName.of(standard, candidates.build());
  }

  /** Whether something is known of a service principal, in whichever region and partition. */
  boolean has(String principal, Trait trait) {
    String standard =
        ServiceName.of(principal)
            .map(service -> service.name() + ".amazonaws.com")
            .orElse(principal);
    return table().getOrDefault(standard, ImmutableSet.of()).contains(trait);
  }

  private ImmutableMap<String, ImmutableSet<Trait>> table() {
    ImmutableMap<String, ImmutableSet<Trait>> known = table;
    if (known == null) {
      known = read();
      table = known;
    }
    return known;
  }

  private static ImmutableMap<String, ImmutableSet<Trait>> read() {
    ImmutableMap.Builder<String, ImmutableSet<Trait>> rows = ImmutableMap.builder();
    for (List<String> row : FactTable.read("service-principals.tsv", 5)) {
      String trait = row.get(1);
      rows.put(
          row.get(0),
          trait.equals("-")
              ? ImmutableSet.of()
              : ImmutableSet.of(Trait.valueOf(trait.toUpperCase(Locale.ROOT))));
    }
    return rows.buildOrThrow();
  }
}
