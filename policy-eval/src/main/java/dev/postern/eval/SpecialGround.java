package dev.postern.eval;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The grounds of access beside the table for one account. */
public enum SpecialGround implements Ground {
  /** Both sides allow across accounts. */
  CROSS_ACCOUNT("EVAL-18", "the resource's and the requester's policies allow", Layer.RESOURCE),
  /** Everyone may, and the request is unsigned. */
  ANONYMOUS("EVAL-20", "the resource's policy allows everyone", Layer.RESOURCE),
  /** The resource's policy allows the AWS service. */
  SERVICE("EVAL-21", "the resource's policy allows the service", Layer.RESOURCE),
  /** No policy governs the call. */
  UNGOVERNED("EVAL-8", "no policy can refuse this call", null),
  /** An access control list of S3 allows. */
  ACL("S3-7", "an access control list allows", null),
  /** The requester's account owns the object in a bucket of another account. */
  OBJECT_OWNER("S3-4", "the requester's account owns the object", Layer.IDENTITY),
  /** The key policy lets the account's policies decide, and they allow. */
  KEY_DELEGATES(
      "KMS-4", "the key policy trusts the account and its policies allow", Layer.IDENTITY),
  /** The key policy names the root user or its account. */
  KEY_NAMES_ROOT("KMS-6", "the key policy names the account", Layer.RESOURCE),
  /** A grant on the key allows. */
  KMS_GRANT("KMS-5", "a grant on the key allows", Layer.KMS_GRANT),
  /** The trust policy names the requester, whose limits leave room. */
  TRUSTED("STS-2", "the role trusts the requester", Layer.RESOURCE),
  /** The trust policy names the account, and its policies allow. */
  TRUSTED_ACCOUNT("STS-2", "the role trusts the account and its policies allow", Layer.IDENTITY),
  /** The trust policy names the identity provider. */
  TRUSTED_PROVIDER("STS-6", "the role trusts the identity provider", Layer.RESOURCE);

  private final String id;
  private final String reason;
  private final @Nullable Layer layer;

  SpecialGround(String id, String reason, @Nullable Layer layer) {
    this.id = id;
    this.reason = reason;
    this.layer = layer;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public Optional<Layer> layer() {
    return Optional.ofNullable(layer);
  }
}
