package dev.postern.eval;

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
  SESSION
}
