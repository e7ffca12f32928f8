package dev.postern.catalog;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** The services whose resources have policies, and the actions that write these. */
final class ResourcePolicies {
  private static final Lazy<ResourcePolicies> BUNDLED = Lazy.of(ResourcePolicies::new);
  private static final Row NONE = new Row(ResourcePolicySupport.NO, ImmutableList.of());

  private final ImmutableMap<String, Row> byService;

  private record Row(ResourcePolicySupport support, ImmutableList<String> writingActions) {
    static Row of(String answer, String actions) {
      return new Row(
          answer.equals("yes") ? ResourcePolicySupport.YES : ResourcePolicySupport.SHARED,
          ImmutableList.copyOf(Splitter.on(' ').omitEmptyStrings().split(actions)));
    }
  }

  private ResourcePolicies() {
    this.byService =
        Table.read("resource-policies.tsv", 5).stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    row -> row.get(0), row -> Row.of(row.get(1), row.get(2))));
  }

  static ResourcePolicies bundled() {
    return BUNDLED.get();
  }

  private Row row(String prefix) {
    return byService.getOrDefault(prefix, NONE);
  }

  /** Whether resources of the service with this prefix, in lower case, have policies. */
  ResourcePolicySupport support(String prefix) {
    return row(prefix).support;
  }

  /**
   * The full names of the actions that write them, by name. That of {@code execute-api} is of
   * another service.
   */
  ImmutableList<String> writingActions(String prefix) {
    return row(prefix).writingActions;
  }

  /** The prefixes of all these services. */
  ImmutableList<String> services() {
    return byService.keySet().asList();
  }
}
