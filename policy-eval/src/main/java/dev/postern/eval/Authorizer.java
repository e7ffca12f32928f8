package dev.postern.eval;

import java.time.Clock;

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
   * @throws InvalidRequestException if the request contradicts itself
   * @throws UnsupportedRequestException if this version does not decide such requests
   */
  public Decision decide(AuthorizationRequest request, PolicySet policies) {
    PreparedRequest prepared = PreparedRequest.of(request, clock.instant());
    DecisionProcedure procedure = new DecisionProcedure(prepared, policies);
    DecisionProcedure.Ruling ruling = procedure.rule(Readings.TAKEN);
    return new Decision(prepared, policies, ruling, procedure.restsOn(ruling.verdict()));
  }

  /**
   * Whether a request is allowed; the same answer as {@link #decide} without its reasons.
   *
   * @throws InvalidRequestException if the request contradicts itself
   * @throws UnsupportedRequestException if this version does not decide such requests
   */
  public boolean isAllowed(AuthorizationRequest request, PolicySet policies) {
    PreparedRequest prepared = PreparedRequest.of(request, clock.instant());
    return new DecisionProcedure(prepared, policies).rule(Readings.TAKEN).verdict()
        == Verdict.ALLOWED;
  }
}
