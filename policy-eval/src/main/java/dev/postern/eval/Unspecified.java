package dev.postern.eval;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

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
  /** An IPv4 address inside an IPv6 one. */
  U10("an IPv4 address written as an IPv6 one"),
  /** A negated operator on a value that it cannot read. */
  U14("a negated operator on a value that is not of its kind"),
  /** {@code ArnNot…} where a value is no ARN. */
  U15("a negated ARN operator on what is no ARN"),
  /** {@code Bool} on a value that is neither true nor false. */
  U16("`Bool` on a value that is neither `true` nor `false`"),
  /** {@code NotPrincipal} with {@code Allow} in a stored policy. */
  U17("`NotPrincipal` with `Allow`"),
  /** Which of account, role and session {@code NotPrincipal} has to list. */
  U18("`NotPrincipal` that lists only a part of account, role and session"),
  /** {@code {"AWS": "*"}} and a caller that is no IAM principal. */
  U19("`{\"AWS\": \"*\"}` and a caller that is no IAM principal"),
  /** A federated-user session and a grant to everyone, with no session policy that allows. */
  U20("a federated user and a grant to everyone"),
  /** A federated-user session without session policies. */
  U21("a federated user without session policies"),
  /** A KMS grant to a principal of another account that has no permission of its own. */
  U22("a KMS grant to a principal of another account"),
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
  /** Block Public Access and an ACL grant to a named account. */
  U29("a public bucket policy and an ACL that names an account"),
  /** What restricts a statement to fixed values. */
  U30("what AWS counts as a fixed value in the test for public policies"),
  /** Identity providers as fixed principals. */
  U31("identity providers in the test for public policies"),
  /** A tag key in two spellings. */
  U35("tag keys that differ by letter case only"),
  /** A requester of whom only the canonical id is known. */
  U36("a requester known by its canonical id only"),
  /** A role that is service-linked by its name alone. */
  U38("a role without path whose name is that of a service-linked role"),
  /** An unknown operator in a stored policy. */
  U42("an unknown condition operator"),
  /** An account in the policy of a VPC endpoint whose kind is not known. */
  U44("an account in the policy of a VPC endpoint of unknown kind"),
  /** {@code NotResource} and an action that takes no resource. */
  U45("`NotResource` and an action that takes no resource"),
  /** A KMS grant to a role within boundary and session policies. */
  U51("a KMS grant and the boundary or session policies of its grantee"),
  /** A provider of another account than the role's. */
  U52("an identity provider of another account"),
  /** {@code sts:GetCallerIdentity} against a service control policy. */
  U53("`sts:GetCallerIdentity` under a service control policy"),
  /** A trust policy that names the session or everyone. */
  U54("a trust policy that names a session or everyone"),
  /** An ACL grant to a group, and a signed request. */
  U55("an ACL grant to a group and a signed request"),
  /** The requester's policies on the bucket behind an access point. */
  U57("the bucket behind an access point and the requester's own policies"),
  /** A federated-user session whose issuer is not known. */
  U58("a federated user whose issuer is not known"),
  /**
   * A variable before an ARN's fifth colon. AWS's pages allow none there, and a managed policy of
   * AWS has one: AmazonTimestreamInfluxDBServiceRolePolicy, 2026-08.
   */
  U59("a policy variable before the fifth colon of an ARN");

  /** Those that the procedure itself asks about, not a statement. */
  static final ImmutableSet<Unspecified> OF_THE_PROCEDURE =
      Sets.immutableEnumSet(U20, U21, U22, U29, U30, U31, U38, U51, U53, U54, U55, U57);

  private final String point;

  Unspecified(String point) {
    this.point = point;
  }

  /** Its bit in a set of points. */
  long bit() {
    return 1L << ordinal();
  }

  /** The point in a few words, for sentences. */
  public String point() {
    return point;
  }
}
