package dev.postern.eval;

import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/**
 * What STS makes of it: a role's trust policy has to allow in every case. AWS: "Update a role trust
 * policy", "Permissions for GetFederationToken" and the pages of the operations.
 */
final class StsLaw implements ServiceLaw {
  static final StsLaw INSTANCE = new StsLaw();

  /** The calls of those who come from an identity provider, in lower case. */
  private static final ImmutableSet<String> FEDERATED =
      ImmutableSet.of("assumerolewithsaml", "assumerolewithwebidentity");

  private StsLaw() {}

  @Override
  public @Nullable Ruling unconditional(PreparedRequest request, long tally, Readings readings) {
    RequesterKind who = request.facts().kind();
    boolean signed = who != RequesterKind.ANONYMOUS && who != RequesterKind.FEDERATED;
    String action = request.action().name();
    if (action.equals("getcalleridentity")) {
      return signed ? callerIdentity(tally, readings) : null;
    }
    if (who == RequesterKind.FED_SESSION) {
      return Ruling.notCallable(Ruling.Obstacle.API_NOT_AVAILABLE_TO_CREDENTIALS);
    }
    return switch (action) {
      case "getsessiontoken" -> sessionToken(who);
      case "getfederationtoken" ->
          who == RequesterKind.ROLE_SESSION
              ? Ruling.notCallable(Ruling.Obstacle.API_NOT_AVAILABLE_TO_CREDENTIALS)
              : null;
      case "assumerole" ->
          who == RequesterKind.ROOT
              ? Ruling.notCallable(Ruling.Obstacle.ROOT_CANNOT_ASSUME_ROLE)
              : null;
      default -> null;
    };
  }

  /*
   * EVAL-8: no permission is needed, and policies of the caller cannot refuse it. AWS names neither
   * service control policies, which are taken to be meant, nor endpoint policies, which are not.
   */
  private static Ruling callerIdentity(long tally, Readings readings) {
    Layer counts = readings.isOther(Unspecified.U53) ? Layer.SERVICE_CONTROL : Layer.VPC_ENDPOINT;
    if (Tally.denies(tally, counts)) {
      return Ruling.denied(counts);
    }
    return Tally.allows(tally, counts)
        ? Ruling.allowed(SpecialGround.UNGOVERNED)
        : Ruling.noAllow(counts);
  }

  /* EVAL-9: for users and the root user only, and policies cannot govern it. */
  private static Ruling sessionToken(RequesterKind who) {
    return who == RequesterKind.USER || who == RequesterKind.ROOT
        ? Ruling.allowed(SpecialGround.UNGOVERNED)
        : Ruling.notCallable(Ruling.Obstacle.API_NOT_AVAILABLE_TO_CREDENTIALS);
  }

  @Override
  public Ruling access(PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    Facts facts = request.facts();
    boolean ofRole =
        facts.resource() != null
            && facts.resource().service().equals("iam")
            && facts.resource().resource().startsWith("role/");
    if (!ofRole) {
      return GeneralLaw.INSTANCE.access(request, policies, tally, readings);
    }
    if (policies.resourceGroup() == null) {
      return Ruling.noAllow(Layer.RESOURCE);
    }
    boolean federatedCall = FEDERATED.contains(request.action().name());
    return switch (facts.kind()) {
      case FEDERATED -> provider(request, Tally.grants(tally));
      case ANONYMOUS -> Ruling.notCallable(Ruling.Obstacle.REQUEST_NOT_SIGNED);
      case SERVICE -> GeneralLaw.INSTANCE.access(request, policies, tally, readings);
      case USER, ROOT, ROLE_SESSION, FED_SESSION, CANONICAL ->
          federatedCall
              ? Ruling.noAllow(Layer.RESOURCE)
              : facts.sameAccount()
                  ? sameAccount(request, policies, tally, readings)
                  : GeneralLaw.INSTANCE.access(request, policies, tally, readings);
    };
  }

  /* STS-6: only the trust policy decides. DOC-15: a provider has one call of its own. */
  private static Ruling provider(PreparedRequest request, int grants) {
    boolean saml = request.facts().requester().text().contains(":saml-provider/");
    boolean fits =
        switch (request.action().name()) {
          case "assumerolewithsaml" -> saml;
          case "assumerolewithwebidentity" -> !saml;
          case "tagsession", "setsourceidentity" -> true;
          default -> false;
        };
    boolean named = GrantKind.PROVIDER.isIn(grants) || GrantKind.WILDCARD.isIn(grants);
    return fits && named
        ? Ruling.allowed(SpecialGround.TRUSTED_PROVIDER)
        : Ruling.noAllow(Layer.RESOURCE);
  }

  /*
   * STS-2: who is named needs no identity policy, but boundary and session policies still have to
   * allow, unlike in the general table. For a session or everyone AWS's pages leave that open.
   */
  private static Ruling sameAccount(
      PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    int grants = Tally.grants(tally);
    boolean b = ServiceLaw.boundaryAllows(tally);
    boolean s = ServiceLaw.sessionAllows(request, policies, tally, readings);
    boolean open = GrantKind.SESSION.isIn(grants) || GrantKind.WILDCARD.isIn(grants);
    boolean named = open || GrantKind.USER.isIn(grants) || GrantKind.ROLE.isIn(grants);
    if (grants == 0) {
      return Ruling.noAllow(Layer.RESOURCE);
    }
    if (request.facts().kind() == RequesterKind.ROOT) {
      return s ? Ruling.allowed(SpecialGround.TRUSTED) : Ruling.noAllow(Layer.SESSION);
    }
    if (named && ((b && s) || (open && readings.isOther(Unspecified.U54)))) {
      return Ruling.allowed(SpecialGround.TRUSTED);
    }
    if (ServiceLaw.identityAllows(tally) && b && s) {
      return Ruling.allowed(SpecialGround.TRUSTED_ACCOUNT);
    }
    return named
        ? Ruling.noAllow(b ? Layer.SESSION : Layer.PERMISSIONS_BOUNDARY)
        : ServiceLaw.missingOnCallerSide(tally);
  }
}
