package dev.postern.eval;

import dev.postern.model.Arn;
import dev.postern.model.PrincipalValue;
import java.util.HashMap;
import java.util.Map;

/** Which grants on a KMS key reach a request. AWS, KMS: "Grants in AWS KMS". */
final class KmsGrants {
  private static final String CONTEXT = "kms:encryptioncontext:";
  private static final ContextKey OPERATIONS = ContextKey.named("kms:GrantOperations");
  private static final ContextKey CONSTRAINT = ContextKey.named("kms:GrantConstraintType");

  private KmsGrants() {}

  /** How the grants that give the operation name the requester, as bits of {@link GrantKind}. */
  static int grantees(PreparedRequest request, PolicySet policies, Readings readings) {
    int kinds = 0;
    for (KmsGrant grant : policies.kmsGrants()) {
      if (isOnKey(grant, request) && gives(grant, request, readings)) {
        kinds |= kind(grant.grantee(), request.facts());
      }
    }
    return kinds;
  }

  /** How the grants that the requester may retire name it. */
  static int retirers(PreparedRequest request, PolicySet policies, Readings readings) {
    int kinds = grantees(request, policies, readings);
    for (KmsGrant grant : policies.kmsGrants()) {
      if (isOnKey(grant, request) && grant.retiringPrincipal().isPresent()) {
        kinds |= kind(grant.retiringPrincipal().get(), request.facts());
      }
    }
    return kinds;
  }

  /** Whether one of the grants on the key was made in the requester's account. */
  static boolean issuedByRequester(PreparedRequest request, PolicySet policies) {
    for (KmsGrant grant : policies.kmsGrants()) {
      if (isOnKey(grant, request) && grant.issuingAccount().equals(request.facts().account())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnKey(KmsGrant grant, PreparedRequest request) {
    Arn resource = request.facts().resource();
    return grant.key().equals(resource);
  }

  private static boolean gives(KmsGrant grant, PreparedRequest request, Readings readings) {
    String action = request.action().name();
    return grant.lists(action)
        && (grant.isSatisfiedBy(action, encryptionContext(request))
            || (readings.generous() && hasUnknownPair(request)))
        && (!action.equals("creategrant") || covers(grant, request));
  }

  /*
   * KMS-17: who creates a grant by a grant gives no more than that one holds. AWS sends the child's
   * operations and the kind of its constraint; the pairs of its constraint it does not.
   */
  private static boolean covers(KmsGrant grant, PreparedRequest request) {
    ContextKeyState operations = request.given().state(OPERATIONS);
    boolean fewer =
        !operations.values().isEmpty()
            && operations.values().stream().allMatch(value -> grant.lists(value.text()));
    return fewer && grant.allowsChildConstraint(request.given().variable(CONSTRAINT));
  }

  private static boolean hasUnknownPair(PreparedRequest request) {
    return request.request().entries().stream()
        .anyMatch(
            entry ->
                entry.folded().startsWith(CONTEXT)
                    && entry.value() instanceof ContextValue.Unknown);
  }

  /* A grant's constraint respects letter case, unlike a condition key. */
  private static Map<String, String> encryptionContext(PreparedRequest request) {
    Map<String, String> pairs = new HashMap<>();
    for (AuthorizationRequest.Entry entry : request.request().entries()) {
      if (entry.folded().startsWith(CONTEXT)
          && entry.value() instanceof ContextValue.Single single) {
        pairs.put(entry.key().text().substring(CONTEXT.length()), single.text());
      }
    }
    return pairs;
  }

  private static int kind(PrincipalValue principal, Facts facts) {
    PrincipalMatch match = PrincipalMatch.of(principal, false, facts);
    return match.truth().certainlyHolds() ? match.kind().bit() : 0;
  }
}
