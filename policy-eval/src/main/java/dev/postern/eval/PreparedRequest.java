package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import java.time.Instant;

/**
 * A request with all that follows from it: one instant, the facts of both sides, the context with
 * the implied keys.
 *
 * @param request as it was given
 * @param facts what follows about requester and resource
 * @param clock the instant that the whole request sees
 * @param contexts the context; several where tag keys differ by letter case
 */
record PreparedRequest(
    AuthorizationRequest request,
    Facts facts,
    Instant clock,
    ImmutableList<RequestContext> contexts) {

  static PreparedRequest of(AuthorizationRequest request, Instant now) {
    Facts facts = Facts.of(request);
    Instant clock = request.clock().or(() -> ImpliedKeys.instantOf(request)).orElse(now);
    return new PreparedRequest(
        request,
        facts,
        clock,
        RequestContext.allOf(request.entries(), ImpliedKeys.of(request, facts, clock)));
  }
}
