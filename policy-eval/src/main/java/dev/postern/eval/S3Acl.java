package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** What access control lists of S3 give, and which requests set one. */
final class S3Acl {
  private static final ContextKey CANNED = ContextKey.named("s3:x-amz-acl");
  private static final ImmutableList<ContextKey> GRANTS =
      ImmutableList.of(
          ContextKey.named("s3:x-amz-grant-read"),
          ContextKey.named("s3:x-amz-grant-write"),
          ContextKey.named("s3:x-amz-grant-read-acp"),
          ContextKey.named("s3:x-amz-grant-write-acp"),
          ContextKey.named("s3:x-amz-grant-full-control"));
  private static final ImmutableSet<String> PUBLIC =
      ImmutableSet.of("public-read", "public-read-write", "authenticated-read");
  private static final ImmutableSet<String> SETTING =
      ImmutableSet.of("putbucketacl", "putobjectacl", "putobjectversionacl");

  private S3Acl() {}

  private static boolean canSet(PreparedRequest request) {
    return switch (request.action().name()) {
      case "putobject", "createbucket", "putbucketacl", "putobjectacl", "putobjectversionacl" ->
          true;
      default -> false;
    };
  }

  /** Whether the request would set a list that gives something to everyone. */
  static boolean setsPublic(PreparedRequest request) {
    if (!canSet(request)) {
      return false;
    }
    String canned = request.given().variable(CANNED);
    if (canned != null && PUBLIC.contains(canned)) {
      return true;
    }
    for (ContextKey grant : GRANTS) {
      String to = request.given().variable(grant);
      if (to != null
          && (to.contains("/groups/global/AllUsers")
              || to.contains("/groups/global/AuthenticatedUsers"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the request would set a list other than one that makes the bucket's owner the owner.
   */
  static boolean setsOther(PreparedRequest request) {
    if (!canSet(request)) {
      return false;
    }
    String canned = request.given().variable(CANNED);
    if (canned != null) {
      return !canned.equals("bucket-owner-full-control");
    }
    return SETTING.contains(request.action().name()) || givesByHeader(request);
  }

  private static boolean givesByHeader(PreparedRequest request) {
    for (int i = 0; i < GRANTS.size(); i++) {
      if (request.given().variable(GRANTS.get(i)) != null) {
        return true;
      }
    }
    return false;
  }

  /** How the lists allow the requester what it asks. */
  enum Reach {
    /** Not at all. */
    NONE,
    /** Its account is named. */
    ACCOUNT,
    /** It belongs to a group that is named. */
    GROUP
  }

  /** What the list that governs the action gives the requester. */
  static Reach reach(PreparedRequest request, PolicySet policies) {
    S3Settings settings = policies.settings().s3();
    if (settings.objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED) {
      return Reach.NONE;
    }
    String action = request.action().name();
    boolean bucket = !S3Law.isObject(request) || action.equals("putobject");
    boolean ignorePublic = settings.blocks(PublicAccessBlock.IGNORE_PUBLIC_ACLS);
    Reach reach = Reach.NONE;
    for (AclGrant grant : bucket ? settings.bucketAcl() : settings.objectAcl()) {
      AclPermission permission = grant.permission();
      boolean covers =
          bucket ? permission.allowsOnBucket(action) : permission.allowsOnObject(action);
      if (covers && !(ignorePublic && grant.grantee().isPublic())) {
        Reach one = reach(grant.grantee(), request.facts());
        reach = one.compareTo(reach) > 0 ? one : reach;
      }
    }
    return reach;
  }

  private static Reach reach(AclGrantee grantee, Facts facts) {
    if (grantee instanceof AclGrantee.Group group) {
      boolean belongs =
          switch (group) {
            case ALL_USERS -> facts.kind() != RequesterKind.SERVICE;
            case AUTHENTICATED_USERS -> facts.kind().isOfAnAccount();
            case LOG_DELIVERY -> facts.requester().text().equals("logging.s3.amazonaws.com");
          };
      return belongs ? Reach.GROUP : Reach.NONE;
    }
    @Nullable String id =
        grantee instanceof AclGrantee.Account ? facts.account() : facts.canonicalUser();
    return grantee.text().equals(id) ? Reach.ACCOUNT : Reach.NONE;
  }
}
