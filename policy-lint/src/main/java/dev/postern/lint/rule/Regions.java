package dev.postern.lint.rule;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.postern.model.Glob;
import dev.postern.model.source.NearestName;
import java.util.Optional;
import java.util.function.Supplier;

/** The partitions of AWS and their regions, opt-in regions included. */
final class Regions {
  /** When the list was read. */
  static final String DATE = "2026-11-21";

  private static final Supplier<Regions> BUNDLED = Suppliers.memoize(Regions::read);

  private final ImmutableSetMultimap<String, String> byPartition;

  private Regions(ImmutableSetMultimap<String, String> byPartition) {
    this.byPartition = byPartition;
  }

  /** Those of the table that comes with the rules. */
  static Regions bundled() {
    return BUNDLED.get();
  }

  private static Regions read() {
    ImmutableSetMultimap.Builder<String, String> regions = ImmutableSetMultimap.builder();
    for (ImmutableList<String> row : FactTable.read("regions.tsv", 4)) {
      regions.put(row.get(0), row.get(1));
    }
    return new Regions(regions.build());
  }

  /** Whether there is a region of this code. */
  boolean isKnown(String region) {
    return byPartition.containsValue(region);
  }

  /** Whether a pattern matches the code of some region. */
  boolean matchesAny(Glob pattern) {
    return byPartition.values().stream().anyMatch(pattern::matches);
  }

  /** The code of a region that is nearest to what was written. */
  Optional<String> nearest(String region) {
    return NearestName.of(region, ImmutableSet.copyOf(byPartition.values()));
  }

  /** The partitions, the public one first. */
  ImmutableSet<String> partitions() {
    return byPartition.keySet();
  }
}
