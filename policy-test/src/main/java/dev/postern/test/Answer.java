package dev.postern.test;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Decision;

/**
 * What came out for one request.
 *
 * @param request what was asked
 * @param resource what its resource was made from
 * @param decision the answer
 */
record Answer(AuthorizationRequest request, ResourceExamples resource, Decision decision) {

  /** Whether the two differ by the example of the same pattern only. */
  boolean isOfTheSameFamilyAs(Answer other) {
    return resource.equals(other.resource)
        && request.action().equals(other.request.action())
        && request.requester().equals(other.request.requester())
        && request.facts().equals(other.request.facts());
  }
}
