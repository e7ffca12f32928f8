package dev.postern.eval;

/**
 * What the policies of all types came to, before the law is applied: which types deny, which allow,
 * and how the resource's policy names the requester it allows. A set of bits in a {@code long},
 * since to answer yes or no nothing may be allocated.
 */
final class Tally {
  private static final int ALLOWS = 16;
  private static final int GRANTS = 32;

  /** The limiting types allow where nothing is given that would limit. */
  static final long NOTHING_LIMITS =
      allow(0, Layer.SERVICE_CONTROL)
          | allow(0, Layer.RESOURCE_CONTROL)
          | allow(0, Layer.VPC_ENDPOINT)
          | allow(0, Layer.PERMISSIONS_BOUNDARY);

  private Tally() {}

  static long deny(long tally, Layer layer) {
    return tally | 1L << layer.ordinal();
  }

  static long allow(long tally, Layer layer) {
    return tally | 1L << (ALLOWS + layer.ordinal());
  }

  static long withoutAllow(long tally, Layer layer) {
    return tally & ~(1L << (ALLOWS + layer.ordinal()));
  }

  static long withoutDeny(long tally, Layer layer) {
    return tally & ~(1L << layer.ordinal());
  }

  static long grant(long tally, int grantKinds) {
    return tally | (long) grantKinds << GRANTS;
  }

  static boolean denies(long tally, Layer layer) {
    return (tally & 1L << layer.ordinal()) != 0;
  }

  static boolean deniesAnywhere(long tally) {
    return (tally & ((1L << ALLOWS) - 1)) != 0;
  }

  static boolean allows(long tally, Layer layer) {
    return (tally & 1L << (ALLOWS + layer.ordinal())) != 0;
  }

  /** How the statements of the resource's policy that allow name the requester. */
  static int grants(long tally) {
    return (int) (tally >>> GRANTS);
  }
}
