package dev.postern.eval;

import com.google.common.collect.ImmutableList;

/**
 * The policies of one type that count as one: an {@code Allow} in any allows, a {@code Deny} in any
 * denies. Of control policies, those of one level.
 */
final class PolicyGroup {
  static final PolicyGroup NONE = new PolicyGroup(ImmutableList.of());

  private final ImmutableList<CompiledPolicy> policies;
  private final boolean asksTheTime;

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

  ImmutableList<CompiledPolicy> policies() {
    return policies;
  }

  boolean isEmpty() {
    return policies.isEmpty();
  }

  boolean asksTheTime() {
    return asksTheTime;
  }

  /** Whether some statement denies, by the reading that is taken. */
  boolean denies(PreparedRequest request, PolicySet set) {
    return matches(false, request, set);
  }

  /** Whether some statement allows, by the reading that is taken. */
  boolean allows(PreparedRequest request, PolicySet set) {
    return matches(true, request, set);
  }

  private boolean matches(boolean allow, PreparedRequest request, PolicySet set) {
    for (CompiledPolicy policy : policies) {
      for (CompiledStatement statement : policy.statements()) {
        if (statement.isAllow() == allow && matches(statement, request, set)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean matches(
      CompiledStatement statement, PreparedRequest request, PolicySet set) {
    return statement
        .action()
        .matches(request.action())
        .and(statement.matchesBeyondAction(request, set))
        .taken(
            statement.isAllow() ? dev.postern.model.Effect.ALLOW : dev.postern.model.Effect.DENY);
  }

  /** How the statements that allow name the requester, as bits of {@link GrantKind}. */
  int grants(PreparedRequest request, PolicySet set) {
    int grants = 0;
    for (CompiledPolicy policy : policies) {
      for (CompiledStatement statement : policy.statements()) {
        if (statement.isAllow() && matches(statement, request, set)) {
          grants |= statement.grants(request, set);
        }
      }
    }
    return grants;
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
