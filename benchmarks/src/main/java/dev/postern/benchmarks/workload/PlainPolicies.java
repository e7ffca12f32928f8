package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;

/**
 * All policies of a workload, by what they are attached to.
 *
 * @param identity the caller's
 * @param boundaries the caller's permissions boundary, where there is one
 * @param resources the resource's policy, where there is one; a request says whether it applies
 * @param serviceControl the levels of the organization from its root down
 */
public record PlainPolicies(
    ImmutableList<PlainPolicy> identity,
    ImmutableList<PlainPolicy> boundaries,
    ImmutableList<PlainPolicy> resources,
    ImmutableList<ImmutableList<PlainPolicy>> serviceControl) {

  /** The caller's own policies and no others. */
  public static PlainPolicies ofIdentity(Iterable<PlainPolicy> policies) {
    return new PlainPolicies(
        ImmutableList.copyOf(policies), ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
  }

  /** The same policies with every statement changed. */
  public PlainPolicies map(UnaryOperator<PlainStatement> change) {
    return new PlainPolicies(
        map(identity, change),
        map(boundaries, change),
        map(resources, change),
        serviceControl.stream()
            .map(level -> map(level, change))
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<PlainPolicy> map(
      ImmutableList<PlainPolicy> policies, UnaryOperator<PlainStatement> change) {
    return policies.stream()
        .map(policy -> policy.map(change))
        .collect(ImmutableList.toImmutableList());
  }

  /** The caller's own policies as one. */
  public PlainPolicy identityInOne() {
    return new PlainPolicy(
        identity.stream()
            .flatMap(policy -> policy.statements().stream())
            .collect(ImmutableList.toImmutableList()));
  }

  /** How many statements the caller's own policies hold. */
  public int identityStatements() {
    return identity.stream().mapToInt(policy -> policy.statements().size()).sum();
  }
}
