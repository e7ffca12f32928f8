package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policies that apply to a request. Composing one is cheap and never looks at statements, so a
 * service that holds many policies composes the caller's and the resource's for each request.
 * Immutable and thread-safe.
 */
public final class PolicySet {
  /** No policy at all. */
  public static final PolicySet EMPTY = new PolicySet(ImmutableList.of(), null);

  private final ImmutableList<CompiledPolicy> identity;
  private final @Nullable CompiledPolicy resource;

  private PolicySet(ImmutableList<CompiledPolicy> identity, @Nullable CompiledPolicy resource) {
    this.identity = identity;
    this.resource = resource;
  }

  /**
   * The same set and an identity policy of the requester, or of one of its groups.
   *
   * @throws IllegalArgumentException if it is not an identity policy
   */
  public PolicySet withIdentity(CompiledPolicy policy) {
    require(policy, policy.type().kind() == Kind.IDENTITY, "an identity policy");
    return new PolicySet(
        ImmutableList.<CompiledPolicy>builder().addAll(identity).add(policy).build(), resource);
  }

  /**
   * The same set with the policy of the resource in place of the one it had.
   *
   * @throws IllegalArgumentException if it is not a resource-based policy
   * @throws UnsupportedPolicyException for key and trust policies, which have laws of their own
   *     that are not decided yet
   */
  public PolicySet withResource(CompiledPolicy policy) {
    require(policy, policy.type().kind().isResourceBased(), "a resource-based policy");
    if (policy.type().kind() != Kind.RESOURCE) {
      throw new UnsupportedPolicyException(
          policy.document().source().whole(),
          "a policy of type `" + policy.type() + "` is not decided yet");
    }
    return new PolicySet(identity, policy);
  }

  private static void require(CompiledPolicy policy, boolean fits, String expected) {
    if (!fits) {
      throw new IllegalArgumentException(
          "`" + policy.name() + "` was read as " + policy.type() + ", not as " + expected);
    }
  }

  /** The identity policies. */
  public ImmutableList<CompiledPolicy> identity() {
    return identity;
  }

  /** The resource's policy, where it has one. */
  public Optional<CompiledPolicy> resource() {
    return Optional.ofNullable(resource);
  }
}
