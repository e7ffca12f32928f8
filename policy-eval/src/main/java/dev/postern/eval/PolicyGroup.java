package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one type that count as one: an {@code Allow} in any allows, a {@code Deny} in any
 * denies. Of control policies, those of one level. What an action needs is looked for once, when it
 * is first asked for, and kept.
 */
final class PolicyGroup {
  static final PolicyGroup NONE = new PolicyGroup(ImmutableList.of());

  /** So many plans are kept; whoever invents actions makes them anew, but no memory grows. */
  static final int MOST_PLANS = 2048;

  private final ImmutableList<CompiledPolicy> policies;
  private final boolean asksTheTime;
  private final ConcurrentHashMap<ActionName, GroupPlan> plans = new ConcurrentHashMap<>(4);

  private PolicyGroup(ImmutableList<CompiledPolicy> policies) {
    this.policies = policies;
    this.asksTheTime = policies.stream().anyMatch(CompiledPolicy::asksTheTime);
  }

  static PolicyGroup of(Iterable<CompiledPolicy> policies) {
    return new PolicyGroup(ImmutableList.copyOf(policies));
  }

  PolicyGroup with(CompiledPolicy policy) {
    return new PolicyGroup(
        ImmutableList.<CompiledPolicy>builderWithExpectedSize(policies.size() + 1)
            .addAll(policies)
            .add(policy)
            .build());
  }

  /** The same levels and one more below them. */
  static ImmutableList<PolicyGroup> plus(
      @Nullable ImmutableList<PolicyGroup> levels, Iterable<CompiledPolicy> level) {
    ImmutableList.Builder<PolicyGroup> all = ImmutableList.builder();
    if (levels != null) {
      all.addAll(levels);
    }
    return all.add(of(level)).build();
  }

  /**
   * As many policies in the same order, each replaced. What is not replaced keeps what was found
   * for its actions: a rehearsal changes one policy of many, again and again.
   */
  PolicyGroup replacing(UnaryOperator<CompiledPolicy> replacement) {
    boolean same = true;
    ImmutableList.Builder<CompiledPolicy> others = ImmutableList.builder();
    for (CompiledPolicy policy : policies) {
      CompiledPolicy other = replacement.apply(policy);
      same &= other == policy;
      others.add(other);
    }
    if (same) {
      return this;
    }
    ImmutableList<CompiledPolicy> all = others.build();
    return all.size() == 1 ? all.get(0).alone() : new PolicyGroup(all);
  }

  /** The same of a group that may not be there. */
  static @Nullable PolicyGroup replacingAny(
      @Nullable PolicyGroup group, UnaryOperator<CompiledPolicy> replacement) {
    return group == null ? null : group.replacing(replacement);
  }

  /** The same of every level. */
  static @Nullable ImmutableList<PolicyGroup> replacingAll(
      @Nullable ImmutableList<PolicyGroup> levels, UnaryOperator<CompiledPolicy> replacement) {
    return levels == null
        ? null
        : levels.stream()
            .map(level -> level.replacing(replacement))
            .collect(ImmutableList.toImmutableList());
  }

  ImmutableList<CompiledPolicy> policies() {
    return policies;
  }

  boolean isEmpty() {
    return policies.isEmpty();
  }

  boolean asksTheTime() {
    return asksTheTime;
  }

  /** The statements that speak of an action. */
  GroupPlan plan(ActionName action) {
    GroupPlan known = plans.get(action);
    return known != null ? known : newPlan(action);
  }

  private GroupPlan newPlan(ActionName action) {
    if (plans.size() >= MOST_PLANS) {
      plans.clear();
    }
    GroupPlan plan = GroupPlan.of(action, policies);
    plans.put(action, plan);
    return plan;
  }

  /** What every statement makes of a request, in order. */
  void explain(
      int level,
      PreparedRequest request,
      PolicySet set,
      ImmutableList.Builder<StatementOutcome> outcomes) {
    for (CompiledPolicy policy : policies) {
      policy.explain(level, request, set, outcomes);
    }
  }
}
