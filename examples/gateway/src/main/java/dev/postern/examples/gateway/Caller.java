package dev.postern.examples.gateway;

import dev.postern.eval.PolicySet;
import dev.postern.eval.Requester;

/**
 * Who asks, with the policies of its own; those of the buckets come in for each request.
 *
 * @param requester a user, a session, or nobody
 */
record Caller(Requester requester, PolicySet policies) {
  /** Who did not sign a request. */
  static final Caller ANONYMOUS = new Caller(new Requester.Anonymous(), PolicySet.EMPTY);
}
