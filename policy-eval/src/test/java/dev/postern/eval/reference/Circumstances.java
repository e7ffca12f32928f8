package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.UnaryOperator;

/**
 * What else is set around a request. What is not set is empty.
 *
 * @param endpointKind {@code GATEWAY} or {@code INTERFACE}
 */
record Circumstances(Organization organization, String endpointKind, Bucket bucket, KmsKey key) {
  static final Circumstances NONE =
      new Circumstances(new Organization(0, 0, ""), "", Bucket.NONE, KmsKey.NONE);

  /**
   * The organization.
   *
   * @param serviceControlLevels how many levels of SCPs there are, those without policies included;
   *     0 means that there is no organization
   * @param resourceControlLevels the same of RCPs
   */
  record Organization(
      int serviceControlLevels, int resourceControlLevels, String managementAccount) {}

  /**
   * What S3 has besides policies.
   *
   * @param blocks the settings of Block Public Access that are on, as S3 spells them
   * @param ownership the bucket's Object Ownership
   * @param objectOwner the account that owns the object
   * @param accessPoint the ARN of the access point through which the request comes
   * @param vpc the VPC to which that access point is bound
   */
  record Bucket(
      ImmutableSet<String> blocks,
      String ownership,
      String objectOwner,
      ImmutableList<AclEntry> bucketAcl,
      ImmutableList<AclEntry> objectAcl,
      String accessPoint,
      String vpc) {
    static final Bucket NONE =
        new Bucket(ImmutableSet.of(), "", "", ImmutableList.of(), ImmutableList.of(), "", "");

    Bucket withBlocks(ImmutableSet<String> others) {
      return new Bucket(others, ownership, objectOwner, bucketAcl, objectAcl, accessPoint, vpc);
    }

    Bucket withAccessPoint(String arn, String boundTo) {
      return new Bucket(blocks, ownership, objectOwner, bucketAcl, objectAcl, arn, boundTo);
    }
  }

  /** One line of an access control list. */
  record AclEntry(String grantee, String permission) {}

  /** What KMS has besides policies. */
  record KmsKey(boolean managedByAws, ImmutableList<KeyGrant> grants) {
    static final KmsKey NONE = new KmsKey(false, ImmutableList.of());
  }

  /**
   * A grant on a KMS key.
   *
   * @param equalTo the pairs of {@code EncryptionContextEquals}
   * @param subset the pairs of {@code EncryptionContextSubset}
   */
  record KeyGrant(
      String keyArn,
      String grantee,
      ImmutableList<String> operations,
      ImmutableMap<String, String> equalTo,
      ImmutableMap<String, String> subset,
      String retiringPrincipal,
      String issuingAccount) {}

  /** The same in another partition. */
  Circumstances in(UnaryOperator<String> partition) {
    ImmutableList<KeyGrant> grants =
        key.grants().stream()
            .map(
                grant ->
                    new KeyGrant(
                        partition.apply(grant.keyArn()),
                        partition.apply(grant.grantee()),
                        grant.operations(),
                        grant.equalTo(),
                        grant.subset(),
                        partition.apply(grant.retiringPrincipal()),
                        grant.issuingAccount()))
            .collect(ImmutableList.toImmutableList());
    return new Circumstances(
        organization,
        endpointKind,
        bucket.withAccessPoint(partition.apply(bucket.accessPoint()), bucket.vpc()),
        new KmsKey(key.managedByAws(), grants));
  }

  Circumstances with(Organization other) {
    return new Circumstances(other, endpointKind, bucket, key);
  }

  Circumstances withEndpointKind(String kind) {
    return new Circumstances(organization, kind, bucket, key);
  }

  Circumstances with(Bucket other) {
    return new Circumstances(organization, endpointKind, other, key);
  }

  Circumstances with(KmsKey other) {
    return new Circumstances(organization, endpointKind, bucket, other);
  }
}
