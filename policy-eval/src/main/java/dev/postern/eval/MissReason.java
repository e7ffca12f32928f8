package dev.postern.eval;

/** Why an element of a statement does not match a request. */
public enum MissReason {
  /** No pattern of {@code Action} matches. */
  ACTION_NOT_LISTED,
  /** {@code NotAction} lists the action. */
  ACTION_EXCLUDED,
  /** No pattern of {@code Resource} matches. */
  RESOURCE_NOT_LISTED,
  /** {@code NotResource} lists the resource. */
  RESOURCE_EXCLUDED,
  /** The only pattern differs in a field of the ARN. */
  RESOURCE_FIELD_DIFFERS,
  /** The only pattern holds a variable that has no value. */
  RESOURCE_VARIABLE_NO_VALUE,
  /** No principal matches. */
  PRINCIPAL_NOT_LISTED,
  /** A user or role of the same name under another path is listed. */
  PRINCIPAL_OTHER_PATH,
  /** A unique id is listed, and the requester's is not known. */
  PRINCIPAL_UNIQUE_ID_UNKNOWN,
  /** {@code NotPrincipal} spares the requester. */
  PRINCIPAL_EXEMPT,
  /** The condition does not hold. */
  CONDITION_FALSE,
  /** The statement has no effect whatever the request. */
  STATEMENT_INERT
}
