package dev.postern.eval;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Access within one account, as a table: a request is allowed if one row holds. I, B and S say
 * whether the identity policies, the permissions boundary and the session policies leave it room.
 * AWS: "Policy evaluation logic", how implicit denies in other policies count by kind of principal.
 *
 * <p>{@link GrantKind#ACCOUNT} stands in no row: in its own account a statement that names the
 * account delegates, it does not grant.
 */
public enum GrantRow implements Ground {
  /** Identity policies allow. */
  A("identity policies allow", Layer.IDENTITY),
  /** The resource names the user, or everyone. */
  B("the resource's policy names the user or everyone", Layer.RESOURCE),
  /** The resource names the session. */
  C("the resource's policy names the session", Layer.RESOURCE),
  /** The resource names the role, within boundary and session policies. */
  D("the resource's policy names the role", Layer.RESOURCE),
  /** The resource names everyone. */
  E("the resource's policy names everyone", Layer.RESOURCE),
  /** The resource names the federated session. */
  F("the resource's policy names the federated user", Layer.RESOURCE),
  /** The resource names the session's issuer, within boundary and session policies. */
  G("the resource's policy names the user who made the session", Layer.RESOURCE),
  /** The resource names everyone, within boundary and session policies. */
  H("the resource's policy names everyone", Layer.RESOURCE),
  /** The root user of the account that owns the resource. */
  I("the root user of the resource's account asks", null);

  private static final GrantRow[] ALL = values();

  private final String reason;
  private final @Nullable Layer layer;

  GrantRow(String reason, @Nullable Layer layer) {
    this.reason = reason;
    this.layer = layer;
  }

  @Override
  public String id() {
    return name();
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public Optional<Layer> layer() {
    return Optional.ofNullable(layer);
  }

  /**
   * Whether the row holds.
   *
   * @param grants how the resource's policy names the requester, as bits of {@link GrantKind}
   * @param i identity policies allow
   * @param b there is no permissions boundary, or it allows
   * @param s no session policies apply, or they allow
   * @param u20 a grant to everyone reaches a federated user without {@code b} and {@code s}; AWS's
   *     table leaves that open
   */
  boolean holds(RequesterKind who, int grants, boolean i, boolean b, boolean s, boolean u20) {
    boolean user = who == RequesterKind.USER;
    boolean session = who == RequesterKind.ROLE_SESSION;
    boolean federated = who == RequesterKind.FED_SESSION;
    return switch (this) {
      case A -> i && b && s && (user || session || federated);
      case B -> user && (GrantKind.USER.isIn(grants) || GrantKind.WILDCARD.isIn(grants));
      case C -> session && GrantKind.SESSION.isIn(grants);
      case D -> session && GrantKind.ROLE.isIn(grants) && b && s;
      case E -> session && GrantKind.WILDCARD.isIn(grants);
      case F -> federated && GrantKind.SESSION.isIn(grants);
      case G -> federated && GrantKind.ISSUER_USER.isIn(grants) && b && s;
      case H -> federated && GrantKind.WILDCARD.isIn(grants) && (u20 || (b && s));
      case I -> who == RequesterKind.ROOT && s;
    };
  }

  /** The first row that holds; null when none does. */
  static @Nullable GrantRow first(
      RequesterKind who, int grants, boolean i, boolean b, boolean s, boolean u20) {
    if (grants == 0) {
      // Without a grant of the resource's policy only these two can hold.
      GrantRow row = who == RequesterKind.ROOT ? I : A;
      return row.holds(who, grants, i, b, s, u20) ? row : null;
    }
    for (GrantRow row : ALL) {
      if (row.holds(who, grants, i, b, s, u20)) {
        return row;
      }
    }
    return null;
  }
}
