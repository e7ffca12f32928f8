package dev.postern.eval;

import dev.postern.eval.Requester.FederatedUser;
import dev.postern.eval.Requester.IamPrincipal;
import dev.postern.eval.Requester.RoleSession;
import dev.postern.eval.Requester.RootUser;
import dev.postern.eval.Requester.UnnamedRoleSession;
import dev.postern.eval.Requester.User;
import java.util.Optional;
import java.util.Set;

/**
 * Access within one account, as a table: a request is allowed if one row holds. I, B and S say
 * whether the identity policies, the permissions boundary and the session policies leave it room.
 * AWS: "Policy evaluation logic", how implicit denies in other policies count by kind of principal.
 *
 * <p>{@link GrantKind#ACCOUNT} stands in no row: in its own account a statement that names the
 * account delegates, it does not grant.
 */
public enum GrantRow {
  /** Identity policies allow. */
  A("identity policies allow"),
  /** The resource names the user, or everyone. */
  B("the resource's policy names the user or everyone"),
  /** The resource names the session. */
  C("the resource's policy names the session"),
  /** The resource names the role, within boundary and session policies. */
  D("the resource's policy names the role"),
  /** The resource names everyone. */
  E("the resource's policy names everyone"),
  /** The resource names the federated session. */
  F("the resource's policy names the federated user"),
  /** The resource names the session's issuer, within boundary and session policies. */
  G("the resource's policy names the user who made the session"),
  /** The resource names everyone, within boundary and session policies. */
  H("the resource's policy names everyone"),
  /** The root user of the account that owns the resource. */
  I("the root user of the resource's account asks");

  private final String reason;

  GrantRow(String reason) {
    this.reason = reason;
  }

  /** The row in words. */
  public String reason() {
    return reason;
  }

  /**
   * What the policies on the requester's side leave room for.
   *
   * @param i identity policies allow
   * @param b there is no permissions boundary, or it allows
   * @param s no session policies apply, or they allow
   * @param everyone a grant to everyone reaches a federated user without {@code b} and {@code s};
   *     AWS's table leaves that open
   */
  record Room(boolean i, boolean b, boolean s, boolean everyone) {}

  private boolean holds(IamPrincipal who, Set<GrantKind> grants, Room room) {
    boolean b = room.b;
    boolean s = room.s;
    return switch (this) {
      case A -> room.i && b && s;
      case B -> who instanceof User && names(grants, GrantKind.USER, GrantKind.WILDCARD);
      case C -> isRoleSession(who) && names(grants, GrantKind.SESSION);
      case D -> isRoleSession(who) && names(grants, GrantKind.ROLE) && b && s;
      case E -> isRoleSession(who) && names(grants, GrantKind.WILDCARD);
      case F -> who instanceof FederatedUser && names(grants, GrantKind.SESSION);
      case G -> who instanceof FederatedUser && names(grants, GrantKind.ISSUER_USER) && b && s;
      case H ->
          who instanceof FederatedUser
              && names(grants, GrantKind.WILDCARD)
              && (room.everyone || (b && s));
      case I -> who instanceof RootUser && s;
    };
  }

  /** The first row that holds. */
  static Optional<GrantRow> first(IamPrincipal who, Set<GrantKind> grants, Room room) {
    for (GrantRow row : values()) {
      if (row.holds(who, grants, room)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static boolean isRoleSession(IamPrincipal who) {
    return who instanceof RoleSession || who instanceof UnnamedRoleSession;
  }

  private static boolean names(Set<GrantKind> grants, GrantKind... kinds) {
    for (GrantKind kind : kinds) {
      if (grants.contains(kind)) {
        return true;
      }
    }
    return false;
  }
}
