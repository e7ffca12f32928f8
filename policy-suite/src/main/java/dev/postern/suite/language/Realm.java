package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyType;
import dev.postern.model.source.Located;

/**
 * An organization.
 *
 * @param accounts whom it governs; empty for everybody
 * @param management its management account; empty if it is not said
 * @param serviceControl the levels that have service control policies, the root first
 * @param resourceControl the levels that have resource control policies, the root first
 */
record Realm(
    ImmutableSet<String> accounts,
    String management,
    ImmutableList<ImmutableList<CompiledPolicy>> serviceControl,
    ImmutableList<ImmutableList<CompiledPolicy>> resourceControl) {

  static Realm of(Sentence.Organization organization, PolicyPaths paths) {
    ImmutableList.Builder<ImmutableList<CompiledPolicy>> service = ImmutableList.builder();
    ImmutableList.Builder<ImmutableList<CompiledPolicy>> resource = ImmutableList.builder();
    for (Sentence.Level level : organization.levels()) {
      if (!level.serviceControl().isEmpty()) {
        service.add(paths.all(level.serviceControl(), PolicyType.SERVICE_CONTROL));
      }
      if (!level.resourceControl().isEmpty()) {
        resource.add(paths.all(level.resourceControl(), PolicyType.RESOURCE_CONTROL));
      }
    }
    ImmutableSet<String> accounts = accounts(organization.accounts(), paths);
    ImmutableSet<String> management = accounts(organization.management(), paths);
    return new Realm(accounts, String.join("", management), service.build(), resource.build());
  }

  private static ImmutableSet<String> accounts(
      ImmutableList<Located<String>> texts, PolicyPaths paths) {
    ImmutableSet.Builder<String> accounts = ImmutableSet.builder();
    for (Located<String> text : texts) {
      try {
        accounts.add(Thing.account(text));
      } catch (MistakeException e) {
        paths.add(e.problem());
      }
    }
    return accounts.build();
  }

  boolean governs(String account) {
    return accounts.isEmpty() || accounts.contains(account);
  }

  boolean overlaps(Realm other) {
    return accounts.isEmpty()
        || other.accounts.isEmpty()
        || !Sets.intersection(accounts, other.accounts).isEmpty();
  }

  PolicySet withServiceControl(PolicySet policies) {
    PolicySet set = withManagement(policies);
    for (ImmutableList<CompiledPolicy> level : serviceControl) {
      set = set.withServiceControlLevel(level);
    }
    return set;
  }

  PolicySet withResourceControl(PolicySet policies) {
    PolicySet set = withManagement(policies);
    for (ImmutableList<CompiledPolicy> level : resourceControl) {
      set = set.withResourceControlLevel(level);
    }
    return set;
  }

  private PolicySet withManagement(PolicySet policies) {
    return management.isEmpty()
        ? policies
        : policies.with(policies.settings().withManagementAccount(management));
  }
}
