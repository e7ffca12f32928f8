package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import java.time.Clock;
import java.util.List;

/**
 * Decides requests. Immutable and thread-safe; make one and keep it.
 *
 * <pre>{@code
 * Authorizer authorizer = Authorizer.standard();
 * Decision decision = authorizer.decide(request, policies);
 * if (!decision.isAllowed()) { log(decision.message()); }
 * }</pre>
 */
public final class Authorizer {
  private final Clock clock;

  private Authorizer(Clock clock) {
    this.clock = clock;
  }

  /** An authorizer that reads the system's clock where a request gives no time. */
  public static Authorizer standard() {
    return new Authorizer(Clock.systemUTC());
  }

  /** The same authorizer with another clock. */
  public Authorizer withClock(Clock other) {
    return new Authorizer(other);
  }

  /**
   * Decides a request and says why.
   *
   * @throws InvalidRequestException if the request contradicts itself, or its requester cannot have
   *     such policies
   * @throws UnsupportedRequestException if such requests are not decided
   */
  public Decision decide(AuthorizationRequest request, PolicySet policies) {
    if (AccessPointSides.isOneOf(request, policies)) {
      return Decision.ofAll(
          AccessPointSides.of(request, policies).stream()
              .map(side -> decideOne(side.request(), side.policies()))
              .collect(ImmutableList.toImmutableList()));
    }
    return decideOne(request, policies);
  }

  private Decision decideOne(AuthorizationRequest request, PolicySet policies) {
    PreparedRequest prepared = request.prepared().at(clock.instant());
    InputCheck.check(prepared, policies);
    long tally = DecisionProcedure.tally(prepared, policies);
    return Decision.of(
        prepared, policies, DecisionProcedure.rule(prepared, policies, tally, Readings.TAKEN));
  }

  /**
   * Decides a call that needs several authorizations: it is allowed if each of them is. AWS has no
   * name for the whole; {@link Decision#parts} holds the decision on each.
   *
   * @throws IllegalArgumentException if there are none
   * @throws InvalidRequestException if a request contradicts itself, or its requester cannot have
   *     such policies
   * @throws UnsupportedRequestException if such requests are not decided
   */
  public Decision decideAll(List<Authorization> authorizations) {
    ImmutableList.Builder<Decision> parts = ImmutableList.builder();
    for (Authorization part : authorizations) {
      parts.add(decide(part.request(), part.policies()));
    }
    return Decision.ofAll(parts.build());
  }

  /**
   * Whether a request is allowed; the same answer as {@link #decide} without its reasons. What
   * hangs on a key that the request does not know is not allowed.
   *
   * @throws InvalidRequestException if the request contradicts itself, or its requester cannot have
   *     such policies
   * @throws UnsupportedRequestException if such requests are not decided
   */
  public boolean isAllowed(AuthorizationRequest request, PolicySet policies) {
    if (AccessPointSides.isOneOf(request, policies)) {
      return AccessPointSides.of(request, policies).stream()
          .allMatch(side -> isOneAllowed(side.request(), side.policies()));
    }
    return isOneAllowed(request, policies);
  }

  private boolean isOneAllowed(AuthorizationRequest request, PolicySet policies) {
    PreparedRequest prepared = request.prepared();
    if (prepared.clock() == null && policies.asksTheTime()) {
      prepared = prepared.at(clock.instant());
    }
    InputCheck.check(prepared, policies);
    return DecisionProcedure.isAllowed(prepared, policies);
  }
}
