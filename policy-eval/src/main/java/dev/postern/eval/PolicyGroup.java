package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policies of one type that count as one: an {@code Allow} in any allows, a {@code Deny} in any
 * denies. Of control policies, those of one level. What an action needs is looked for once, when it
 * is first asked for, and kept.
 */
final class PolicyGroup {
  static final PolicyGroup NONE = new PolicyGroup(ImmutableList.of());

  /** So many plans are kept; whoever invents actions makes them anew, but no memory grows. */
  private static final int MOST_PLANS = 2048;

  private final ImmutableList<CompiledPolicy> policies;
  private final boolean asksTheTime;
  private final boolean canDeny;
  private final boolean allowsEverything;
  private final ConcurrentHashMap<ActionName, ActionPlan> plans = new ConcurrentHashMap<>(4);

  private PolicyGroup(ImmutableList<CompiledPolicy> policies) {
    this.policies = policies;
    this.asksTheTime = policies.stream().anyMatch(CompiledPolicy::asksTheTime);
    this.canDeny = policies.stream().anyMatch(CompiledPolicy::canDeny);
    this.allowsEverything = policies.stream().anyMatch(CompiledPolicy::allowsEverything);
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
  ActionPlan plan(ActionName action) {
    ActionPlan known = plans.get(action);
    return known != null ? known : newPlan(action);
  }

  private ActionPlan newPlan(ActionName action) {
    if (plans.size() >= MOST_PLANS) {
      plans.clear();
    }
    ActionPlan plan = ActionPlan.of(action, policies);
    plans.put(action, plan);
    return plan;
  }

  /** Whether it needs no look at a request: it allows everything and denies nothing. */
  boolean isFullAccess() {
    return allowsEverything && !canDeny;
  }

  /** Whether one of its statements allows every request. */
  boolean allowsEverything() {
    return allowsEverything;
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
