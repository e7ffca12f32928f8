package dev.postern.lint.rule;

import com.google.common.base.Splitter;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.PolicyType;
import java.util.Optional;
import java.util.function.Supplier;

/** What the policies of resources can speak of, by the type of the resource. */
final class PolicyServices {
  private static final Splitter WORDS = Splitter.on(' ');
  private static final Supplier<PolicyServices> BUNDLED = Suppliers.memoize(PolicyServices::read);

  private final ImmutableMap<String, Row> byType;

  private PolicyServices(ImmutableMap<String, Row> byType) {
    this.byType = byType;
  }

  /**
   * What one of them speaks of.
   *
   * @param service the prefix of its actions, and of its ARNs
   * @param types where any are named, an action has to take one of these types of resource
   * @param never actions that it never takes
   */
  record Row(String service, ImmutableSet<String> types, ImmutableSet<String> never) {}

  static PolicyServices bundled() {
    return BUNDLED.get();
  }

  private static PolicyServices read() {
    return new PolicyServices(
        FactTable.read("policy-services.tsv", 6).stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    row -> row.get(0),
                    row -> new Row(row.get(1), words(row.get(2)), words(row.get(3))))));
  }

  private static ImmutableSet<String> words(String cell) {
    return cell.equals("-")
        ? ImmutableSet.of()
        : ImmutableSet.copyOf(ImmutableList.copyOf(WORDS.split(cell)));
  }

  /** Nothing if the type of the resource is not known, or the table does not have it. */
  Optional<Row> of(PolicyType type) {
    return type.resourceType().map(byType::get);
  }
}
