package dev.postern.eval.reference;

import com.google.common.collect.ImmutableSet;
import dev.postern.eval.reference.ReferencePrincipal.Named;
import java.util.Set;

/**
 * Who gets access when nothing denies. AWS: "How AWS enforcement code logic evaluates requests"
 * (implicit denies by kind of principal), "Cross-account policy evaluation logic".
 */
final class ReferenceAccess {
  /* AWS: few services answer unsigned requests. */
  private static final ImmutableSet<String> OPEN_TO_ANYONE =
      ImmutableSet.of("elasticfilesystem", "es", "execute-api", "mediastore", "s3", "sns", "sqs");

  private final Asker asker;
  private final Resource resource;
  private final ReferenceMatches matches;

  ReferenceAccess(Asker asker, Resource resource, ReferenceMatches matches) {
    this.asker = asker;
    this.resource = resource;
    this.matches = matches;
  }

  /**
   * Whether requester and resource are of one account. What takes no resource is of the asker's.
   */
  boolean isSameAccount() {
    return asker.kind().isIam() && (resource.isNone() || asker.account().equals(resource.owner()));
  }

  /** Some identity policy allows. */
  private boolean identityAllows() {
    return matches.allows(Place.IDENTITY);
  }

  boolean boundaryAllows() {
    return !matches.has(Place.PERMISSIONS_BOUNDARY) || matches.allows(Place.PERMISSIONS_BOUNDARY);
  }

  /** AWS: a federated user without session policies has nothing of its issuer's. */
  boolean sessionAllows() {
    return matches.has(Place.SESSION)
        ? matches.allows(Place.SESSION)
        : asker.kind() != Asker.Kind.FEDERATED_USER;
  }

  boolean boundaryAndSessionAllow() {
    return boundaryAllows() && sessionAllows();
  }

  /** What the requester brings of its own; the root user has what its account has. */
  boolean ownPoliciesAllow() {
    return asker.kind() == Asker.Kind.ROOT
        ? sessionAllows()
        : identityAllows() && boundaryAndSessionAllow();
  }

  /**
   * The general rule.
   *
   * @param otherwiseGranted whether the resource grants it by other means than its policy
   */
  boolean isGiven(boolean otherwiseGranted) {
    Set<Named> grants = matches.grants();
    return switch (asker.kind()) {
      case ANONYMOUS ->
          OPEN_TO_ANYONE.contains(resource.service())
              && (grants.contains(Named.WILDCARD) || otherwiseGranted);
      case SERVICE -> !grants.isEmpty() || otherwiseGranted;
      case PROVIDER -> false;
      default ->
          isSameAccount()
              ? isGivenWithinTheAccount(grants)
              : (!grants.isEmpty() || otherwiseGranted) && ownPoliciesAllow();
    };
  }

  private boolean isGivenWithinTheAccount(Set<Named> grants) {
    return ownPoliciesAllow() || isGivenDirectly(grants);
  }

  /** AWS: who is named itself needs no identity policy; what else it needs hangs on how. */
  boolean isGivenDirectly(Set<Named> grants) {
    return switch (asker.kind()) {
      case USER -> grants.contains(Named.USER) || grants.contains(Named.WILDCARD);
      case ROLE_SESSION, BARE_ROLE ->
          grants.contains(Named.SESSION)
              || grants.contains(Named.WILDCARD)
              || (grants.contains(Named.ROLE) && boundaryAndSessionAllow());
      case FEDERATED_USER ->
          grants.contains(Named.SESSION)
              || ((grants.contains(Named.ISSUER_USER) || grants.contains(Named.WILDCARD))
                  && boundaryAndSessionAllow());
      default -> false;
    };
  }
}
