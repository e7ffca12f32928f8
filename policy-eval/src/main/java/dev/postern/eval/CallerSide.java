package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionName;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The policies on the requester's side: its own, and those of its organization. A service composes
 * them once for a caller and then with one resource's policy after the other; what an action needs
 * of them is looked for once and kept for all those compositions.
 */
final class CallerSide {
  static final CallerSide NONE = new CallerSide(PolicyGroup.NONE, null, PolicyGroup.NONE, null);

  private final PolicyGroup identity;
  private final @Nullable PolicyGroup boundary;
  private final PolicyGroup session;
  private final @Nullable ImmutableList<PolicyGroup> serviceControl;
  private final boolean asksTheTime;
  private final ConcurrentHashMap<ActionName, Plan> plans = new ConcurrentHashMap<>(4);

  /** What of each type speaks of one action. */
  record Plan(
      GroupPlan identity,
      @Nullable GroupPlan boundary,
      GroupPlan session,
      @Nullable ImmutableList<GroupPlan> serviceControl) {}

  private CallerSide(
      PolicyGroup identity,
      @Nullable PolicyGroup boundary,
      PolicyGroup session,
      @Nullable ImmutableList<PolicyGroup> serviceControl) {
    this.identity = identity;
    this.boundary = boundary;
    this.session = session;
    this.serviceControl = serviceControl;
    this.asksTheTime =
        identity.asksTheTime()
            || session.asksTheTime()
            || (boundary != null && boundary.asksTheTime())
            || (serviceControl != null
                && serviceControl.stream().anyMatch(PolicyGroup::asksTheTime));
  }

  CallerSide withIdentity(CompiledPolicy policy) {
    return new CallerSide(identity.with(policy), boundary, session, serviceControl);
  }

  CallerSide withBoundary(CompiledPolicy policy) {
    return new CallerSide(identity, policy.alone(), session, serviceControl);
  }

  CallerSide withSession(CompiledPolicy policy) {
    return new CallerSide(identity, boundary, session.with(policy), serviceControl);
  }

  CallerSide withLevel(Iterable<CompiledPolicy> level) {
    return new CallerSide(identity, boundary, session, PolicyGroup.plus(serviceControl, level));
  }

  CallerSide replacing(UnaryOperator<CompiledPolicy> replacement) {
    return new CallerSide(
        identity.replacing(replacement),
        PolicyGroup.replacingAny(boundary, replacement),
        session.replacing(replacement),
        PolicyGroup.replacingAll(serviceControl, replacement));
  }

  PolicyGroup identity() {
    return identity;
  }

  @Nullable PolicyGroup boundary() {
    return boundary;
  }

  PolicyGroup session() {
    return session;
  }

  /** The levels of service control policies; null where the requester is in no organization. */
  @Nullable ImmutableList<PolicyGroup> serviceControl() {
    return serviceControl;
  }

  boolean asksTheTime() {
    return asksTheTime;
  }

  Plan plan(ActionName action) {
    Plan known = plans.get(action);
    return known != null ? known : newPlan(action);
  }

  private Plan newPlan(ActionName action) {
    if (plans.size() >= PolicyGroup.MOST_PLANS) {
      plans.clear();
    }
    Plan plan =
        new Plan(
            identity.plan(action),
            boundary == null ? null : boundary.plan(action),
            session.plan(action),
            serviceControl == null
                ? null
                : serviceControl.stream()
                    .map(level -> level.plan(action))
                    .collect(ImmutableList.toImmutableList()));
    plans.put(action, plan);
    return plan;
  }
}
