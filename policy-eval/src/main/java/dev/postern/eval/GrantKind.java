package dev.postern.eval;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;

/**
 * How a resource-based statement names the requester it allows. In the requester's own account it
 * decides which other policies must allow, too. AWS: "Policy evaluation logic", the table of
 * implicit denies.
 */
public enum GrantKind {
  /** {@code *}. */
  WILDCARD,
  /** The account: it delegates to the account's administrators and grants nothing by itself. */
  ACCOUNT,
  /** The account, and the requester is its root user. */
  ROOT,
  /** The user. */
  USER,
  /** The user who made the federated session. */
  ISSUER_USER,
  /** The role of the session. */
  ROLE,
  /** The session itself. */
  SESSION,
  /** The AWS service that calls. */
  SERVICE,
  /** The identity provider that vouches for the caller. */
  PROVIDER;

  private static final GrantKind[] ALL = values();

  /** Its bit in a set of kinds. */
  int bit() {
    return 1 << ordinal();
  }

  /** Whether a set of bits holds it. */
  boolean isIn(int bits) {
    return (bits & bit()) != 0;
  }

  /** The kinds of a set of bits. */
  static ImmutableSet<GrantKind> of(int bits) {
    return Arrays.stream(ALL).filter(kind -> kind.isIn(bits)).collect(Sets.toImmutableEnumSet());
  }
}
