package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is set on a bucket or an object beside its policies. Immutable. */
public final class S3Settings {
  /** Nothing blocked, no list, and every object belongs to the bucket's owner. */
  public static final S3Settings NONE =
      new S3Settings(
          ImmutableSet.of(),
          ObjectOwnership.BUCKET_OWNER_ENFORCED,
          null,
          ImmutableList.of(),
          ImmutableList.of(),
          null,
          false,
          null);

  private final ImmutableSet<PublicAccessBlock> blocks;
  private final ObjectOwnership ownership;
  private final @Nullable String objectOwner;
  private final ImmutableList<AclGrant> bucketAcl;
  private final ImmutableList<AclGrant> objectAcl;
  private final @Nullable S3AccessPoint accessPoint;
  private final boolean behindAccessPoint;
  private final @Nullable String bucketOwner;

  private S3Settings(
      ImmutableSet<PublicAccessBlock> blocks,
      ObjectOwnership ownership,
      @Nullable String objectOwner,
      ImmutableList<AclGrant> bucketAcl,
      ImmutableList<AclGrant> objectAcl,
      @Nullable S3AccessPoint accessPoint,
      boolean behindAccessPoint,
      @Nullable String bucketOwner) {
    this.blocks = blocks;
    this.ownership = ownership;
    this.objectOwner = objectOwner;
    this.bucketAcl = bucketAcl;
    this.objectAcl = objectAcl;
    this.accessPoint = accessPoint;
    this.behindAccessPoint = behindAccessPoint;
    this.bucketOwner = bucketOwner;
  }

  /** With these blocks in effect, over account, bucket and access point. */
  public S3Settings withBlocks(Iterable<PublicAccessBlock> others) {
    ImmutableSet<PublicAccessBlock> all = Sets.immutableEnumSet(others);
    return new S3Settings(
        all, ownership, objectOwner, bucketAcl, objectAcl, accessPoint, false, null);
  }

  /** With another rule of who owns objects. */
  public S3Settings withObjectOwnership(ObjectOwnership other) {
    return new S3Settings(
        blocks, other, objectOwner, bucketAcl, objectAcl, accessPoint, false, null);
  }

  /** With an object that belongs to this account. */
  public S3Settings withObjectOwner(String account) {
    return new S3Settings(
        blocks, ownership, account, bucketAcl, objectAcl, accessPoint, false, null);
  }

  /** With this access control list of the bucket. */
  public S3Settings withBucketAcl(Iterable<AclGrant> grants) {
    ImmutableList<AclGrant> all = ImmutableList.copyOf(grants);
    return new S3Settings(blocks, ownership, objectOwner, all, objectAcl, accessPoint, false, null);
  }

  /** With this access control list of the object. */
  public S3Settings withObjectAcl(Iterable<AclGrant> grants) {
    ImmutableList<AclGrant> all = ImmutableList.copyOf(grants);
    return new S3Settings(blocks, ownership, objectOwner, bucketAcl, all, accessPoint, false, null);
  }

  /** With requests that come through this access point. */
  public S3Settings withAccessPoint(S3AccessPoint other) {
    return new S3Settings(blocks, ownership, objectOwner, bucketAcl, objectAcl, other, false, null);
  }

  /** What is left for the access point itself: lists and owners are the bucket's business. */
  S3Settings atAccessPoint(@Nullable String ownerOfBucket) {
    return new S3Settings(
        blocks,
        ownership,
        null,
        ImmutableList.of(),
        ImmutableList.of(),
        accessPoint,
        false,
        ownerOfBucket);
  }

  /** The owner of the bucket behind the access point, where that is decided apart. */
  @Nullable String bucketOwner() {
    return bucketOwner;
  }

  /** What is left for the bucket behind the access point. */
  S3Settings behindAccessPoint() {
    return new S3Settings(blocks, ownership, objectOwner, bucketAcl, objectAcl, null, true, null);
  }

  /** Whether the request has come through an access point that is decided apart. */
  boolean isBehindAccessPoint() {
    return behindAccessPoint;
  }

  /** Whether any setting of Block Public Access is in effect. */
  boolean blocksAny() {
    return !blocks.isEmpty();
  }

  /** Whether a setting of Block Public Access is in effect. */
  public boolean blocks(PublicAccessBlock block) {
    return blocks.contains(block);
  }

  /** Who owns objects. */
  public ObjectOwnership objectOwnership() {
    return ownership;
  }

  /** The account that owns the object, where it was said. */
  public Optional<String> objectOwner() {
    return Optional.ofNullable(objectOwner);
  }

  /** The bucket's list. */
  public ImmutableList<AclGrant> bucketAcl() {
    return bucketAcl;
  }

  /** The object's list. */
  public ImmutableList<AclGrant> objectAcl() {
    return objectAcl;
  }

  /** The access point through which requests come. */
  public Optional<S3AccessPoint> accessPoint() {
    return Optional.ofNullable(accessPoint);
  }
}
