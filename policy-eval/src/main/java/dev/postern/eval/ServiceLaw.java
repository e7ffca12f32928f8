package dev.postern.eval;

import dev.postern.model.ActionName;
import org.jspecify.annotations.Nullable;

/**
 * The law of a service: who gets access once nothing denies and nothing above limits. {@link
 * GeneralLaw} is the law of most; others add to it in files of their own.
 */
interface ServiceLaw {
  /** The ruling on what no policy governs; null when policies do. */
  default @Nullable Ruling unconditional(PreparedRequest request, long tally, Readings readings) {
    return null;
  }

  /** Whether a deny counts that stands in the resource's policy. */
  default boolean countsResourceDenies(PreparedRequest request) {
    return true;
  }

  /** What blocks public access; null when nothing does. */
  default @Nullable PublicAccessBlock block(
      PreparedRequest request, PolicySet policies, Readings readings) {
    return null;
  }

  /** The ruling when nothing denies, and organization and VPC endpoint leave room. */
  Ruling access(PreparedRequest request, PolicySet policies, long tally, Readings readings);

  /** The law of the service of an action. */
  static ServiceLaw of(ActionName action) {
    return switch (action.service()) {
      case "s3" -> S3Law.INSTANCE;
      case "kms" -> KmsLaw.INSTANCE;
      case "sts" -> StsLaw.INSTANCE;
      default -> GeneralLaw.INSTANCE;
    };
  }

  /** Identity policies allow: the I of AWS's table. */
  static boolean identityAllows(long tally) {
    return Tally.allows(tally, Layer.IDENTITY);
  }

  /** There is no permissions boundary, or it allows: its B. */
  static boolean boundaryAllows(long tally) {
    return Tally.allows(tally, Layer.PERMISSIONS_BOUNDARY);
  }

  /**
   * No session policies apply, or they allow: its S. A federated user without session policies has
   * none of its issuer's permissions; one page of AWS's speaks of a default session policy that
   * allows, and the denying text is taken.
   */
  static boolean sessionAllows(
      PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    return policies.sessionGroup().isEmpty()
        ? request.facts().kind() != RequesterKind.FED_SESSION || readings.isOther(Unspecified.U21)
        : Tally.allows(tally, Layer.SESSION);
  }

  /** All three of them. */
  static boolean callerSideAllows(
      PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    return identityAllows(tally)
        && boundaryAllows(tally)
        && sessionAllows(request, policies, tally, readings);
  }

  /** The ruling that names which of the three does not allow, identity policies first. */
  static Ruling missingOnCallerSide(long tally) {
    return Ruling.noAllow(
        !identityAllows(tally)
            ? Layer.IDENTITY
            : !boundaryAllows(tally) ? Layer.PERMISSIONS_BOUNDARY : Layer.SESSION);
  }
}
