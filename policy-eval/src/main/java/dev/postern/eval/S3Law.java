package dev.postern.eval;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;
import dev.postern.model.Effect;
import org.jspecify.annotations.Nullable;

/**
 * What S3 makes of it: lists beside policies, objects of other owners, and Block Public Access.
 * AWS, S3: "How Amazon S3 authorizes a request", "Blocking public access to your storage".
 */
final class S3Law implements ServiceLaw {
  static final S3Law INSTANCE = new S3Law();

  private static final ImmutableSet<String> POLICY_ACTIONS =
      ImmutableSet.of("getbucketpolicy", "putbucketpolicy", "deletebucketpolicy");

  /** What the bucket's owner may let others do with an object that is not the owner's. */
  private static final ImmutableSet<String> BUSINESS_OF_THE_BUCKET =
      ImmutableSet.of("putobject", "deleteobject", "deleteobjectversion", "restoreobject");

  private static final ContextKey SOURCE_VPC = ContextKey.named("aws:SourceVpc");

  private S3Law() {}

  /** Whether the request acts on an object, not on a bucket. */
  static boolean isObject(PreparedRequest request) {
    Arn arn = request.facts().resource();
    return arn != null && arn.resource().indexOf('/') >= 0;
  }

  /*
   * The root user of the bucket's account can always mend a bucket policy that locks everybody out.
   * Denies of other types of policy still count.
   */
  @Override
  public boolean countsResourceDenies(PreparedRequest request) {
    return request.facts().kind() != RequesterKind.ROOT
        || !request.facts().sameAccount()
        || !POLICY_ACTIONS.contains(request.action().name());
  }

  @Override
  public @Nullable PublicAccessBlock block(
      PreparedRequest request, PolicySet policies, Readings readings) {
    S3Settings settings = policies.settings().s3();
    if (!settings.blocksAny()) {
      return null;
    }
    if (settings.blocks(PublicAccessBlock.BLOCK_PUBLIC_ACLS) && S3Acl.setsPublic(request)) {
      return PublicAccessBlock.BLOCK_PUBLIC_ACLS;
    }
    if (settings.blocks(PublicAccessBlock.BLOCK_PUBLIC_POLICY) && setsPublicPolicy(request)) {
      return PublicAccessBlock.BLOCK_PUBLIC_POLICY;
    }
    return settings.blocks(PublicAccessBlock.RESTRICT_PUBLIC_BUCKETS)
            && isShutOut(request, policies, readings)
        ? PublicAccessBlock.RESTRICT_PUBLIC_BUCKETS
        : null;
  }

  private static boolean setsPublicPolicy(PreparedRequest request) {
    return request.request().policy().isPresent()
        && PublicPolicy.of(request.request().policy().get(), isAboutAccessPoint(request))
            .taken(Effect.DENY);
  }

  private static boolean isAboutAccessPoint(PreparedRequest request) {
    return request.action().name().equals("putaccesspointpolicy");
  }

  /*
   * A policy with one public statement shuts out all who are neither of the owner's account nor an
   * AWS service, those whom other statements name included.
   */
  private static boolean isShutOut(PreparedRequest request, PolicySet policies, Readings readings) {
    Facts facts = request.facts();
    String bucketOwner = policies.settings().s3().bucketOwner();
    boolean ofOwner =
        bucketOwner == null ? facts.sameAccount() : bucketOwner.equals(facts.account());
    if (facts.kind() == RequesterKind.SERVICE || ofOwner || !isPublic(policies, readings)) {
      return false;
    }
    // U29: whether a named account's grant in a list is void, too, AWS does not say.
    boolean named = S3Acl.reach(request, policies) == S3Acl.Reach.ACCOUNT;
    return !(named && readings.isOther(Unspecified.U29));
  }

  private static boolean isPublic(PolicySet policies, Readings readings) {
    PolicyGroup resource = policies.resourceGroup();
    S3AccessPoint accessPoint = policies.settings().s3().accessPoint().orElse(null);
    if (resource == null || (accessPoint != null && accessPoint.vpc().isPresent())) {
      return false;
    }
    Truth open = resource.policies().get(0).isPublic(accessPoint != null);
    return open.isCertain()
        ? open.certainlyHolds()
        : open.points().stream().noneMatch(readings::isOther);
  }

  @Override
  public Ruling access(PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    S3Settings settings = policies.settings().s3();
    if (!isInVpc(request, settings, readings)) {
      return Ruling.notCallable(Ruling.Obstacle.ACCESS_POINT_OF_A_VPC);
    }
    if (settings.objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED
        && S3Acl.setsOther(request)) {
      return Ruling.notCallable(Ruling.Obstacle.ACLS_NOT_SUPPORTED);
    }
    // U57: whether the caller's policies have to allow the bucket behind an access point, too.
    boolean spared = settings.isBehindAccessPoint() && readings.isOther(Unspecified.U57);
    long known = spared ? Tally.allow(tally, Layer.IDENTITY) : tally;
    Ruling byPolicy =
        isForeignObject(request, settings)
            ? byOwnership(request, policies, known, readings)
            : GeneralLaw.INSTANCE.access(request, policies, known, readings);
    return byPolicy.verdict() == Verdict.ALLOWED
        ? byPolicy
        : byAcl(byPolicy, request, policies, known, readings);
  }

  private static boolean isInVpc(PreparedRequest request, S3Settings settings, Readings readings) {
    S3AccessPoint accessPoint = settings.accessPoint().orElse(null);
    if (accessPoint == null || accessPoint.vpc().isEmpty()) {
      return true;
    }
    String from = request.given().variable(SOURCE_VPC);
    return accessPoint.vpc().get().equals(from)
        || (readings.generous() && request.given().isUnknown(SOURCE_VPC));
  }

  /* S3-4: a bucket policy cannot give what the bucket's owner does not own. */
  private static boolean isForeignObject(PreparedRequest request, S3Settings settings) {
    String owner = settings.objectOwner().orElse(null);
    return owner != null
        && settings.objectOwnership() != ObjectOwnership.BUCKET_OWNER_ENFORCED
        && !owner.equals(request.facts().owner())
        && isObject(request)
        && !BUSINESS_OF_THE_BUCKET.contains(request.action().name());
  }

  private static Ruling byOwnership(
      PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    String owner = policies.settings().s3().objectOwner().orElse(null);
    if (owner == null || !owner.equals(request.facts().account())) {
      return Ruling.noAllow(Layer.RESOURCE);
    }
    return onCallerSide(SpecialGround.OBJECT_OWNER, request, policies, tally, readings);
  }

  private static Ruling onCallerSide(
      SpecialGround ground,
      PreparedRequest request,
      PolicySet policies,
      long tally,
      Readings readings) {
    boolean root = request.facts().kind() == RequesterKind.ROOT;
    boolean room =
        root
            ? ServiceLaw.sessionAllows(request, policies, tally, readings)
            : ServiceLaw.callerSideAllows(request, policies, tally, readings);
    return room
        ? Ruling.allowed(ground)
        : root ? Ruling.noAllow(Layer.SESSION) : ServiceLaw.missingOnCallerSide(tally);
  }

  /* S3-7: a list names whole accounts, whose own policies then have to allow. */
  private static Ruling byAcl(
      Ruling otherwise,
      PreparedRequest request,
      PolicySet policies,
      long tally,
      Readings readings) {
    S3Acl.Reach reach = S3Acl.reach(request, policies);
    if (reach == S3Acl.Reach.NONE) {
      return otherwise;
    }
    // U55: whether a signed caller whom a group includes needs more than the group.
    boolean alone =
        reach == S3Acl.Reach.GROUP
            && (!request.facts().kind().isOfAnAccount() || readings.isOther(Unspecified.U55));
    return alone
        ? Ruling.allowed(SpecialGround.ACL)
        : onCallerSide(SpecialGround.ACL, request, policies, tally, readings);
  }
}
