package dev.postern.eval;

/**
 * Points that AWS's documentation leaves open or contradicts itself on. A verdict that rests on one
 * names it.
 */
public enum Unspecified {
  /** A plain operator with an empty list of values. */
  U01("a condition with no values"),
  /** A plain operator on a key that has several values. */
  U03("an operator without set prefix on a multivalued key"),
  /** {@code ForAnyValue:…IfExists} with an absent key. */
  U04("`ForAnyValue:…IfExists` on an absent key"),
  /** A policy variable under {@code Bool}. */
  U06("a policy variable under `Bool`"),
  /** {@code NotResource} with a variable that has no value. */
  U08("`NotResource` with a variable that has no value"),
  /** {@code ArnNot…} where a value is no ARN. */
  U15("a negated ARN operator on what is no ARN"),
  /** {@code Bool} on a value that is neither true nor false. */
  U16("`Bool` on a value that is neither `true` nor `false`"),
  /** {@code NotPrincipal} with {@code Allow} in a stored policy. */
  U17("`NotPrincipal` with `Allow`"),
  /** Which of account, role and session {@code NotPrincipal} has to list. */
  U18("`NotPrincipal` that lists only a part of account, role and session"),
  /** A federated-user session and a grant to everyone, with no session policy that allows. */
  U20("a federated user and a grant to everyone"),
  /** A federated-user session without session policies. */
  U21("a federated user without session policies"),
  /** Letter case in an ARN's partition, service and region, and in names of users. */
  U24("letter case in the first fields of an ARN or in a user's name"),
  /** A resource with fewer than six fields. */
  U25("a resource with fewer than six fields"),
  /** A wildcard in an ARN's service or resource type. */
  U26("a wildcard in the service or resource type of an ARN"),
  /** A wildcard in the service prefix of an action. */
  U27("a wildcard in the service prefix of an action"),
  /** {@code NotAction} or {@code NotResource} of nothing. */
  U28("an empty `NotAction` or `NotResource`"),
  /** A condition that may not restrict, in S3's test for public policies. */
  U30("what AWS counts as a fixed value in the test for public policies"),
  /** SAML and OIDC providers, in S3's test for public policies. */
  U31("identity providers in the test for public policies"),
  /** A tag key in two spellings. */
  U35("tag keys that differ by letter case only"),
  /** An unknown operator in a stored policy. */
  U42("an unknown condition operator"),
  /** {@code NotResource} and an action that takes no resource. */
  U45("`NotResource` and an action that takes no resource"),
  /** A federated-user session whose issuer is not known. */
  U58("a federated user whose issuer is not known"),
  /**
   * A variable before an ARN's fifth colon. AWS's pages allow none there, and a managed policy of
   * AWS has one: AmazonTimestreamInfluxDBServiceRolePolicy, 2026-08.
   */
  U59("a policy variable before the fifth colon of an ARN");

  private final String point;

  Unspecified(String point) {
    this.point = point;
  }

  /** The point in a few words, for sentences. */
  public String point() {
    return point;
  }
}
