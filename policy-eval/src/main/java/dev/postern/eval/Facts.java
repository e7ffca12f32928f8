package dev.postern.eval;

import dev.postern.eval.Requester.IamPrincipal;
import dev.postern.model.Arn;
import dev.postern.model.PrincipalValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the request about its two sides, before anything is matched.
 *
 * @param principal who asks
 * @param role the role of a session
 * @param uniqueId the unique id of the user or role, given or taken from {@code aws:userid}
 * @param issuer the ARN of the user who made a federated session
 * @param canonicalUser the canonical id of the requester's account
 * @param owner the account that owns the resource
 */
record Facts(
    IamPrincipal principal,
    @Nullable Arn role,
    @Nullable String uniqueId,
    @Nullable String issuer,
    @Nullable String canonicalUser,
    String owner) {

  static Facts of(AuthorizationRequest request) {
    if (!(request.requester() instanceof IamPrincipal principal)) {
      throw new UnsupportedRequestException(
          "requests by " + describe(request.requester()) + " are not decided yet");
    }
    return new Facts(
        principal,
        roleOf(principal),
        uniqueId(request),
        request.facts().issuer().orElse(null),
        request.facts().canonicalUser().orElse(null),
        owner(request, principal));
  }

  private static String describe(Requester requester) {
    return requester instanceof Requester.Anonymous
        ? "anonymous callers"
        : "`" + requester.text() + "`, which belongs to no account,";
  }

  private static @Nullable Arn roleOf(IamPrincipal principal) {
    if (principal instanceof Requester.RoleSession session) {
      checkRole(session);
      return session.role();
    }
    return principal instanceof Requester.UnnamedRoleSession bare ? bare.arn() : null;
  }

  /* IN-4: the role that is given has to be the one that the session's ARN names. */
  private static void checkRole(Requester.RoleSession session) {
    Arn role = session.role();
    String name = role.resource().substring(role.resource().lastIndexOf('/') + 1);
    boolean agrees =
        role.service().equals("iam")
            && role.resource().startsWith("role/")
            && role.partition().equals(session.arn().partition())
            && role.account().equals(session.arn().account())
            && session.arn().resource().startsWith("assumed-role/" + name + "/");
    if (!agrees) {
      throw new InvalidRequestException(
          "the role `" + role + "` is not that of the session `" + session.arn() + "`");
    }
  }

  private static @Nullable String uniqueId(AuthorizationRequest request) {
    if (request.facts().uniqueId().isPresent()) {
      return request.facts().uniqueId().get();
    }
    for (AuthorizationRequest.Entry entry : request.entries()) {
      if (entry.key().folded().equals("aws:userid")
          && entry.value() instanceof ContextValue.Single id) {
        int colon = id.text().indexOf(':');
        return colon < 0 ? id.text() : id.text().substring(0, colon);
      }
    }
    return null;
  }

  private static String owner(AuthorizationRequest request, IamPrincipal principal) {
    String fromArn = "";
    if (request.resource() instanceof RequestedResource.Named named) {
      fromArn = named.arn().account();
      if (!named.arn().partition().equals(principal.arn().partition())) {
        throw new InvalidRequestException(
            "cross-partition: `" + principal.arn() + "` asks for `" + named.arn() + "`");
      }
    }
    Optional<String> given = request.resourceOwner();
    if (given.isPresent() && PrincipalValue.isAccountId(fromArn) && !given.get().equals(fromArn)) {
      throw new InvalidRequestException(
          "the resource's owner is given as `" + given.get() + "`, its ARN says `" + fromArn + "`");
    }
    String fallback = PrincipalValue.isAccountId(fromArn) ? fromArn : principal.arn().account();
    return given.orElse(fallback);
  }

  /** The kind of requester, as the decision record spells it. */
  String kind() {
    if (principal instanceof Requester.User) {
      return "USER";
    }
    if (principal instanceof Requester.RootUser) {
      return "ROOT";
    }
    return principal instanceof Requester.FederatedUser ? "FED_SESSION" : "ROLE_SESSION";
  }

  boolean sameAccount() {
    return owner.equals(principal.arn().account());
  }

  /** The ARN that {@code aws:PrincipalArn} holds: of a session, that of its role. */
  Arn principalArn() {
    return role != null ? role : principal.arn();
  }
}
