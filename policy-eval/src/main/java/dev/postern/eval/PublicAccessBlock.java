package dev.postern.eval;

/** The settings of S3 Block Public Access. AWS, S3: "Blocking public access to your storage". */
public enum PublicAccessBlock {
  /** Requests that would set a public ACL fail. */
  BLOCK_PUBLIC_ACLS("blockPublicAcls"),
  /** Public grants in ACLs are treated as absent. */
  IGNORE_PUBLIC_ACLS("ignorePublicAcls"),
  /** Requests that would set a public policy fail. */
  BLOCK_PUBLIC_POLICY("blockPublicPolicy"),
  /** Where the policy is public, only AWS services and the owner's account get in. */
  RESTRICT_PUBLIC_BUCKETS("restrictPublicBuckets");

  private final String text;

  PublicAccessBlock(String text) {
    this.text = text;
  }

  /** As scenarios and records spell it. */
  public String text() {
    return text;
  }
}
