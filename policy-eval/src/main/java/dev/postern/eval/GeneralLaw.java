package dev.postern.eval;

import org.jspecify.annotations.Nullable;

/**
 * The law of most services. AWS: "How AWS enforcement code logic evaluates requests to allow or
 * deny access" and "Cross-account policy evaluation logic".
 */
final class GeneralLaw implements ServiceLaw {
  static final GeneralLaw INSTANCE = new GeneralLaw();

  private GeneralLaw() {}

  /* EVAL-10: the credentials of a federated user cannot call IAM at all. */
  @Override
  public @Nullable Ruling unconditional(PreparedRequest request, long tally, Readings readings) {
    boolean barred = request.facts().kind() == RequesterKind.FED_SESSION && request.isTo("iam");
    return barred ? Ruling.notCallable(Ruling.Obstacle.API_NOT_AVAILABLE_TO_CREDENTIALS) : null;
  }

  @Override
  public Ruling access(PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    return access(request, policies, tally, Tally.grants(tally), readings);
  }

  /**
   * The ruling, given how the resource's side names the requester.
   *
   * @param grants bits of {@link GrantKind}
   */
  static Ruling access(
      PreparedRequest request, PolicySet policies, long tally, int grants, Readings readings) {
    Facts facts = request.facts();
    return switch (facts.kind()) {
      case ANONYMOUS -> anonymous(request, grants);
      case SERVICE -> service(grants);
      case FEDERATED -> Ruling.noAllow(Layer.RESOURCE);
      case USER, ROOT, ROLE_SESSION, FED_SESSION, CANONICAL ->
          facts.sameAccount()
              ? sameAccount(request, policies, tally, grants, readings)
              : crossAccount(request, policies, tally, grants, readings);
    };
  }

  /** One row of the table has to hold. */
  static Ruling sameAccount(
      PreparedRequest request, PolicySet policies, long tally, int grants, Readings readings) {
    RequesterKind who = request.facts().kind();
    boolean i = ServiceLaw.identityAllows(tally);
    boolean b = ServiceLaw.boundaryAllows(tally);
    boolean s = ServiceLaw.sessionAllows(request, policies, tally, readings);
    GrantRow row = GrantRow.first(who, grants, i, b, s, readings.isOther(Unspecified.U20));
    return row != null ? Ruling.allowed(row) : missing(who, grants, i, b);
  }

  /* A grant that only boundary or session policies keep from counting is held up by them. */
  private static Ruling missing(RequesterKind who, int grants, boolean i, boolean b) {
    boolean granted = GrantRow.first(who, grants, false, true, true, false) != null;
    Layer layer = !i && !granted ? Layer.IDENTITY : b ? Layer.SESSION : Layer.PERMISSIONS_BOUNDARY;
    return Ruling.noAllow(layer);
  }

  /* Both sides have to allow, and whom the resource names lifts no limit of the other side. */
  private static Ruling crossAccount(
      PreparedRequest request, PolicySet policies, long tally, int grants, Readings readings) {
    if (!ResourcePolicyServices.hasPolicies(request.action().service())) {
      return Ruling.notCallable(Ruling.Obstacle.NO_CROSS_ACCOUNT_MECHANISM);
    }
    if (grants == 0) {
      return Ruling.noAllow(Layer.RESOURCE);
    }
    if (request.facts().kind() == RequesterKind.ROOT) {
      return ServiceLaw.sessionAllows(request, policies, tally, readings)
          ? Ruling.allowed(SpecialGround.CROSS_ACCOUNT)
          : Ruling.noAllow(Layer.SESSION);
    }
    return ServiceLaw.callerSideAllows(request, policies, tally, readings)
        ? Ruling.allowed(SpecialGround.CROSS_ACCOUNT)
        : ServiceLaw.missingOnCallerSide(tally);
  }

  private static Ruling anonymous(PreparedRequest request, int grants) {
    if (!ResourcePolicyServices.servesUnsigned(request.action().service())) {
      return Ruling.notCallable(Ruling.Obstacle.REQUEST_NOT_SIGNED);
    }
    return GrantKind.WILDCARD.isIn(grants)
        ? Ruling.allowed(SpecialGround.ANONYMOUS)
        : Ruling.noAllow(Layer.RESOURCE);
  }

  private static Ruling service(int grants) {
    return GrantKind.SERVICE.isIn(grants) || GrantKind.WILDCARD.isIn(grants)
        ? Ruling.allowed(SpecialGround.SERVICE)
        : Ruling.noAllow(Layer.RESOURCE);
  }
}
