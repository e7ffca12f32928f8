package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.ContextValue;
import dev.postern.eval.reference.Circumstances.AclEntry;
import dev.postern.eval.reference.Circumstances.Bucket;
import java.util.List;

/**
 * What S3 adds to policies. Amazon S3: "How Amazon S3 authorizes a request for an object
 * operation", "Access control list (ACL) overview", "Controlling ownership of objects", "Blocking
 * public access to your Amazon S3 storage", "Configuring IAM policies for using access points".
 */
final class ReferenceS3 {
  private static final ImmutableSet<String> PUBLIC_CANNED =
      ImmutableSet.of("public-read", "public-read-write", "authenticated-read");
  private static final ImmutableSet<String> SETTING_AN_ACL =
      ImmutableSet.of("s3:putbucketacl", "s3:putobjectacl", "s3:putobjectversionacl");
  private static final ImmutableSet<String> BUSINESS_OF_THE_BUCKETS_OWNER =
      ImmutableSet.of(
          "s3:putobject", "s3:deleteobject", "s3:deleteobjectversion", "s3:restoreobject");

  private final Case asked;
  private final Asker asker;
  private final String action;
  private final Resource resource;
  private final Place side;
  private final Bucket bucket;

  ReferenceS3(Case asked, Resource resource, Place side) {
    this.asked = asked;
    this.asker = asked.asker();
    this.action = ReferenceText.foldName(asked.action());
    this.resource = resource;
    this.side = side;
    this.bucket = asked.circumstances().bucket();
  }

  boolean decides() {
    return asked.service().equals("s3") && resource.service().equals("s3");
  }

  /** AWS: the root user of the bucket's account cannot lock itself out. */
  boolean isOwnersBucketPolicyBusiness() {
    return decides()
        && side == Place.RESOURCE
        && asker.kind() == Asker.Kind.ROOT
        && asker.account().equals(resource.owner())
        && ImmutableSet.of("s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy")
            .contains(action);
  }

  // Block Public Access

  boolean isBlocked() {
    return decides()
        && ((blocks("blockPublicAcls") && setsPublicAcl())
            || (blocks("restrictPublicBuckets") && isPublic() && !mayEnterPublicBuckets()));
  }

  private boolean blocks(String setting) {
    return bucket.blocks().contains(setting);
  }

  private boolean isPublic() {
    boolean boundToVpc = side == Place.ACCESS_POINT && !bucket.vpc().isEmpty();
    return !boundToVpc
        && asked.at(side).stream()
            .anyMatch(policy -> ReferencePublicPolicy.isPublic(policy.document(), side));
  }

  /* AWS: service principals, and users within the account of the bucket's owner. */
  private boolean mayEnterPublicBuckets() {
    String owner = Resource.of(asked.resource(), asked.owner(), asker).owner();
    return asker.kind() == Asker.Kind.SERVICE
        || (asker.kind().isIam() && asker.account().equals(owner));
  }

  private boolean setsPublicAcl() {
    return values("s3:x-amz-acl").stream().anyMatch(PUBLIC_CANNED::contains)
        || asked.context().keySet().stream()
            .filter(key -> ReferenceText.foldName(key).startsWith("s3:x-amz-grant-"))
            .flatMap(key -> values(key).stream())
            .anyMatch(
                value ->
                    value.contains("http://acs.amazonaws.com/groups/global/AllUsers")
                        || value.contains(
                            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"));
  }

  private List<String> values(String wanted) {
    return asked.context().entrySet().stream()
        .filter(
            entry -> ReferenceText.foldName(entry.getKey()).equals(ReferenceText.foldName(wanted)))
        .map(entry -> entry.getValue())
        .map(ContextValue::values)
        .flatMap(List::stream)
        .toList();
  }

  // Without a Deny, refused whatever the policies say

  boolean isRefused() {
    return decides() && (setsAclWhereThereAreNone() || comesFromOutsideTheVpc());
  }

  private boolean setsAclWhereThereAreNone() {
    boolean grants =
        asked.context().keySet().stream()
            .anyMatch(key -> ReferenceText.foldName(key).startsWith("s3:x-amz-grant-"));
    List<String> canned = values("s3:x-amz-acl");
    boolean setsAcl = SETTING_AN_ACL.contains(action) || !canned.isEmpty() || grants;
    return hasNoAcls() && setsAcl && !canned.equals(ImmutableList.of("bucket-owner-full-control"));
  }

  /* AWS: the default of new buckets. */
  private boolean hasNoAcls() {
    return bucket.ownership().isEmpty() || bucket.ownership().equals("BucketOwnerEnforced");
  }

  /* AWS: what an AWS service sends of its own comes from no VPC. */
  private boolean comesFromOutsideTheVpc() {
    boolean inside =
        asker.kind() != Asker.Kind.SERVICE
            && values("aws:SourceVpc").equals(ImmutableList.of(bucket.vpc()));
    return side == Place.ACCESS_POINT && !bucket.vpc().isEmpty() && !inside;
  }

  // Access

  boolean hasAccess(ReferenceAccess access) {
    if (side == Place.ACCESS_POINT) {
      return access.isGiven(false);
    }
    if (!isObjectOfAnotherAccount()) {
      return access.isGiven(aclGrants());
    }
    // AWS: of an object that is not its owner's the bucket can only deny.
    return switch (asker.kind()) {
      case ANONYMOUS, SERVICE -> aclGrants();
      case PROVIDER -> false;
      default ->
          (asker.account().equals(bucket.objectOwner()) || aclGrants())
              && access.ownPoliciesAllow();
    };
  }

  private boolean isObjectOfAnotherAccount() {
    return !hasNoAcls()
        && !bucket.objectOwner().isEmpty()
        && !bucket.objectOwner().equals(resource.owner())
        && resource.name().contains("/")
        && !BUSINESS_OF_THE_BUCKETS_OWNER.contains(action);
  }

  private boolean aclGrants() {
    return !hasNoAcls() && (grants(bucket.bucketAcl(), true) || grants(bucket.objectAcl(), false));
  }

  private boolean grants(List<AclEntry> acl, boolean ofBucket) {
    return acl.stream()
        .anyMatch(entry -> isFor(entry.grantee()) && permits(entry.permission(), ofBucket));
  }

  private boolean isFor(String grantee) {
    if (asker.kind() == Asker.Kind.SERVICE) {
      // AWS: the group that writes server access logs; no other service is a grantee.
      return grantee.equals("LogDelivery") && asker.text().equals("logging.s3.amazonaws.com");
    }
    return switch (grantee) {
      case "AllUsers" -> !blocks("ignorePublicAcls");
      case "AuthenticatedUsers" ->
          !blocks("ignorePublicAcls") && asker.kind() != Asker.Kind.ANONYMOUS;
      case "LogDelivery" -> false;
      default ->
          grantee.equals(asker.canonicalId())
              || (asker.kind().isIam() && grantee.equals(asker.account()));
    };
  }

  /* AWS: "Mapping of ACL permissions and access policy permissions". */
  private boolean permits(String permission, boolean ofBucket) {
    return switch (permission) {
      case "FULL_CONTROL" ->
          permits("READ", ofBucket)
              || permits("WRITE", ofBucket)
              || permits("READ_ACP", ofBucket)
              || permits("WRITE_ACP", ofBucket);
      case "READ" ->
          (ofBucket
                  ? ImmutableSet.of(
                      "s3:listbucket", "s3:listbucketversions", "s3:listbucketmultipartuploads")
                  : ImmutableSet.of("s3:getobject", "s3:getobjectversion"))
              .contains(action);
      case "WRITE" ->
          ofBucket
              && (action.equals("s3:putobject")
                  || (action.equals("s3:deleteobjectversion")
                      && asker.kind().isIam()
                      && asker.account().equals(resource.owner())));
      case "READ_ACP" ->
          (ofBucket
                  ? ImmutableSet.of("s3:getbucketacl")
                  : ImmutableSet.of("s3:getobjectacl", "s3:getobjectversionacl"))
              .contains(action);
      case "WRITE_ACP" ->
          (ofBucket
                  ? ImmutableSet.of("s3:putbucketacl")
                  : ImmutableSet.of("s3:putobjectacl", "s3:putobjectversionacl"))
              .contains(action);
      default -> throw new AssertionError(permission);
    };
  }
}
