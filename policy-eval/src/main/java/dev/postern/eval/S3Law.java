package dev.postern.eval;

import com.google.common.collect.ImmutableSet;

/** What S3 adds to the general procedure. AWS, S3 User Guide: "Principals for bucket policies". */
final class S3Law implements ServiceLaw {
  static final S3Law INSTANCE = new S3Law();

  private static final ImmutableSet<String> POLICY_ACTIONS =
      ImmutableSet.of("getbucketpolicy", "putbucketpolicy", "deletebucketpolicy");

  private S3Law() {}

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
