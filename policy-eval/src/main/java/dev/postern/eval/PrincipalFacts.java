package dev.postern.eval;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the requester beyond its ARN. */
public final class PrincipalFacts {
  /** Nothing. */
  public static final PrincipalFacts NONE = new PrincipalFacts(null, null, null, null);

  private final @Nullable String uniqueId;
  private final @Nullable String issuer;
  private final @Nullable String canonicalUser;
  private final @Nullable Boolean serviceLinkedRole;

  private PrincipalFacts(
      @Nullable String uniqueId,
      @Nullable String issuer,
      @Nullable String canonicalUser,
      @Nullable Boolean serviceLinkedRole) {
    this.uniqueId = uniqueId;
    this.issuer = issuer;
    this.canonicalUser = canonicalUser;
    this.serviceLinkedRole = serviceLinkedRole;
  }

  /** The unique id of the user ({@code AIDA…}) or role ({@code AROA…}). */
  public PrincipalFacts withUniqueId(String id) {
    return new PrincipalFacts(id, issuer, canonicalUser, serviceLinkedRole);
  }

  /** The ARN of the IAM user who made a federated-user session. */
  public PrincipalFacts withIssuer(String userArn) {
    return new PrincipalFacts(uniqueId, userArn, canonicalUser, serviceLinkedRole);
  }

  /** The canonical user id of the requester's account, 64 hexadecimal digits. */
  public PrincipalFacts withCanonicalUser(String id) {
    return new PrincipalFacts(uniqueId, issuer, id, serviceLinkedRole);
  }

  /** Whether the role of the session is service-linked; else its path tells. */
  public PrincipalFacts withServiceLinkedRole(boolean linked) {
    return new PrincipalFacts(uniqueId, issuer, canonicalUser, linked);
  }

  /** The unique id of the user or role. */
  public Optional<String> uniqueId() {
    return Optional.ofNullable(uniqueId);
  }

  /** The user who made a federated-user session. */
  public Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  /** The canonical user id of the requester's account. */
  public Optional<String> canonicalUser() {
    return Optional.ofNullable(canonicalUser);
  }

  /** Whether the role of the session is service-linked, where that was said. */
  public Optional<Boolean> serviceLinkedRole() {
    return Optional.ofNullable(serviceLinkedRole);
  }
}
