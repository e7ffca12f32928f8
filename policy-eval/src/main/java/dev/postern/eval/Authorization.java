package dev.postern.eval;

/**
 * One of several authorizations that a single API call needs, such as the two of a copy between
 * buckets. Each has its own policies, since each may act on another resource.
 *
 * @param request what is asked for
 * @param policies the policies that apply to it
 */
public record Authorization(AuthorizationRequest request, PolicySet policies) {}
