package dev.postern.eval;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.Arn;

/** What S3 adds to the general procedure. AWS, S3 User Guide: "Principals for bucket policies". */
final class S3Law implements ServiceLaw {
  private static final S3Law INSTANCE = new S3Law();

  private static final ImmutableSet<String> POLICY_ACTIONS =
      ImmutableSet.of("getbucketpolicy", "putbucketpolicy", "deletebucketpolicy");

  private S3Law() {}

  /**
   * The law of a request to a bucket or an object.
   *
   * @throws UnsupportedRequestException if it comes through an access point, whose policy and
   *     bucket are two resources to be decided together
   */
  static S3Law of(PreparedRequest request) {
    if (request.request().resource() instanceof RequestedResource.Named named
        && isAccessPoint(named.arn())) {
      throw new UnsupportedRequestException(
          "requests through an S3 access point (`" + named.arn() + "`) are not decided yet");
    }
    return INSTANCE;
  }

  /* Unlike a bucket's, an access point's ARN names its account. */
  private static boolean isAccessPoint(Arn arn) {
    return !arn.account().isEmpty()
        && (arn.resource().startsWith("accesspoint/") || arn.resource().startsWith("accesspoint:"));
  }

  /*
   * The root user of the bucket's account can always mend a bucket policy that locks everybody out.
   * Denies of other types of policy still count.
   */
  @Override
  public boolean countsDenies(Layer layer, PreparedRequest request) {
    boolean spared =
        layer == Layer.RESOURCE
            && request.facts().principal() instanceof Requester.RootUser
            && request.facts().sameAccount()
            && POLICY_ACTIONS.contains(request.request().action().name());
    return !spared;
  }
}
