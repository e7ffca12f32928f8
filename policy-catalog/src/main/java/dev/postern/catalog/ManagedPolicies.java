package dev.postern.catalog;

import com.google.common.collect.ImmutableMap;
import dev.postern.model.Arn;
import java.util.Optional;

/** The policies that AWS keeps. Their names are unique, whatever their paths. */
final class ManagedPolicies {
  private static final Lazy<ManagedPolicies> BUNDLED = Lazy.of(ManagedPolicies::new);

  private final ImmutableMap<String, ManagedPolicy> byName;

  private ManagedPolicies() {
    this.byName =
        Table.read("managed-policies.txt", 1).stream()
            .map(row -> of(row.get(0)))
            .collect(ImmutableMap.toImmutableMap(ManagedPolicy::name, policy -> policy));
  }

  private static ManagedPolicy of(String pathAndName) {
    int slash = pathAndName.lastIndexOf('/') + 1;
    return new ManagedPolicy(pathAndName.substring(0, slash), pathAndName.substring(slash));
  }

  static ManagedPolicies bundled() {
    return BUNDLED.get();
  }

  /* IAM's names keep their letter case. */
  Optional<ManagedPolicy> find(String arnOrName) {
    if (!arnOrName.startsWith("arn:")) {
      return Optional.ofNullable(byName.get(arnOrName));
    }
    return Arn.parse(arnOrName)
        .filter(arn -> arn.service().equals("iam") && arn.account().equals("aws"))
        .filter(arn -> arn.resource().startsWith("policy/"))
        .map(arn -> of(arn.resource().substring("policy".length())))
        .filter(policy -> policy.equals(byName.get(policy.name())));
  }
}
