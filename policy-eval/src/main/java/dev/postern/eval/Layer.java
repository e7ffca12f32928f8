package dev.postern.eval;

/**
 * The types of policy as a decision sees them, in the order in which one explicit deny is named.
 * AWS names one type even if several deny and does not publish which.
 */
public enum Layer {
  /** The service control policies of the requester's organization. */
  SERVICE_CONTROL("serviceControl", "service control policy"),
  /** The resource control policies of the resource's organization. */
  RESOURCE_CONTROL("resourceControl", "resource control policy"),
  /** The policy of the VPC endpoint that the request passes. */
  VPC_ENDPOINT("vpcEndpoint", "VPC endpoint policy"),
  /** The resource-based policy: of a bucket, an access point, a key, a role, a queue. */
  RESOURCE("resource", "resource-based policy"),
  /** The four settings of S3 Block Public Access. */
  PUBLIC_ACCESS_BLOCK("s3BlockPublicAccess", "S3 Block Public Access setting"),
  /** The permissions boundary of the user or role. */
  PERMISSIONS_BOUNDARY("permissionsBoundary", "permissions boundary"),
  /** The policies passed when the session was made. */
  SESSION("session", "session policy"),
  /** The identity policies of the requester. */
  IDENTITY("identity", "identity-based policy"),
  /** The grants of a KMS key. */
  KMS_GRANT("kmsGrants", "KMS grant");

  private final String text;
  private final String displayName;

  Layer(String text, String displayName) {
    this.text = text;
    this.displayName = displayName;
  }

  /** As scenarios and records spell it. */
  public String text() {
    return text;
  }

  /** The name in AWS's own sentences. */
  public String displayName() {
    return displayName;
  }
}
