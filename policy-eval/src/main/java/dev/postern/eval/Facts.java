package dev.postern.eval;

import dev.postern.eval.Requester.IamPrincipal;
import dev.postern.model.Arn;
import dev.postern.model.PrincipalValue;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the request about its two sides, before anything is matched.
 *
 * @param requester who asks
 * @param kind the kind of requester
 * @param arn the requester's own ARN, where it has one
 * @param role the role of a session
 * @param account the requester's account, where it has one that is known
 * @param uniqueId the unique id of the user or role, given or taken from {@code aws:userid}
 * @param issuer the ARN of the user who made a federated session
 * @param canonicalUser the canonical id of the requester's account
 * @param serviceLinked whether the role is one that AWS services make for themselves
 * @param resource the ARN that is asked for, where there is one
 * @param owner the account that owns the resource, where it is known
 */
record Facts(
    Requester requester,
    RequesterKind kind,
    @Nullable Arn arn,
    @Nullable Arn role,
    @Nullable String account,
    @Nullable String uniqueId,
    @Nullable String issuer,
    @Nullable String canonicalUser,
    ServiceLinked serviceLinked,
    @Nullable Arn resource,
    @Nullable String owner) {

  /** Whether a role is service-linked: its path says so, and without a path only its name may. */
  enum ServiceLinked {
    YES,
    NO,
    /** U38: no path is given, and the name is that of a service-linked role. */
    BY_NAME
  }

  static Facts of(AuthorizationRequest request) {
    Requester requester = request.requester();
    Arn arn = requester instanceof IamPrincipal principal ? principal.arn() : null;
    Arn role = roleOf(requester);
    Arn resource = request.resource() instanceof RequestedResource.Named named ? named.arn() : null;
    String account = arn == null ? null : arn.account();
    checkPartition(arn, resource);
    return new Facts(
        requester,
        RequesterKind.of(requester),
        arn,
        role,
        account,
        uniqueId(request),
        request.facts().issuer().orElse(null),
        requester instanceof Requester.CanonicalUser canonical
            ? canonical.text()
            : request.facts().canonicalUser().orElse(null),
        serviceLinked(request, role),
        resource,
        owner(request, resource, account));
  }

  /* IN-3: nothing is delegated from one partition to another. */
  private static void checkPartition(@Nullable Arn principal, @Nullable Arn resource) {
    if (principal != null
        && resource != null
        && !resource.partition().equalsIgnoreCase(principal.partition())) {
      throw new InvalidRequestException(
          "cross-partition: `" + principal + "` asks for `" + resource + "`");
    }
  }

  private static @Nullable Arn roleOf(Requester requester) {
    if (requester instanceof Requester.RoleSession session) {
      checkRole(session);
      return session.role();
    }
    return requester instanceof Requester.UnnamedRoleSession bare ? bare.arn() : null;
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
      if (entry.key().text().equalsIgnoreCase("aws:userid")
          && entry.value() instanceof ContextValue.Single id) {
        int colon = id.text().indexOf(':');
        return colon < 0 ? id.text() : id.text().substring(0, colon);
      }
    }
    return null;
  }

  private static ServiceLinked serviceLinked(AuthorizationRequest request, @Nullable Arn role) {
    if (role == null) {
      return ServiceLinked.NO;
    }
    if (request.facts().serviceLinkedRole().isPresent()) {
      return request.facts().serviceLinkedRole().get() ? ServiceLinked.YES : ServiceLinked.NO;
    }
    if (role.resource().startsWith("role/aws-service-role/")) {
      return ServiceLinked.YES;
    }
    return role.resource().startsWith("role/AWSServiceRoleFor")
        ? ServiceLinked.BY_NAME
        : ServiceLinked.NO;
  }

  private static @Nullable String owner(
      AuthorizationRequest request, @Nullable Arn resource, @Nullable String account) {
    String fromArn = resource == null ? "" : resource.account();
    boolean named = PrincipalValue.isAccountId(fromArn);
    String given = request.resourceOwner().orElse(null);
    if (given != null && named && !given.equals(fromArn)) {
      throw new InvalidRequestException(
          "the resource's owner is given as `" + given + "`, its ARN says `" + fromArn + "`");
    }
    return given != null ? given : named ? fromArn : account;
  }

  /** Whether requester and resource are known to be of one account. */
  boolean sameAccount() {
    return account != null && account.equals(owner);
  }

  /** How the two accounts stand to each other, as the decision record spells it. */
  String accountRelation() {
    return !kind.isOfAnAccount() ? "none" : sameAccount() ? "same" : "cross";
  }

  /** The ARN that {@code aws:PrincipalArn} holds: of a session, that of its role. */
  @Nullable Arn principalArn() {
    return role != null ? role : arn;
  }

  /** The partition of the resource, or else of the requester. */
  String partition() {
    return resource != null ? resource.partition() : arn != null ? arn.partition() : "aws";
  }
}
