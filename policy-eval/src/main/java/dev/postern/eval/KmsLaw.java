package dev.postern.eval;

import dev.postern.model.Arn;

/**
 * What KMS makes of it: the key policy has to take part in every case. AWS, KMS: "Key policies",
 * "Determining access to AWS KMS keys" and "Allowing users in other accounts to use a KMS key".
 */
final class KmsLaw implements ServiceLaw {
  static final KmsLaw INSTANCE = new KmsLaw();

  private KmsLaw() {}

  @Override
  public Ruling access(PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    Facts facts = request.facts();
    Arn resource = facts.resource();
    if (facts.kind() == RequesterKind.FEDERATED || facts.kind() == RequesterKind.ANONYMOUS) {
      return Ruling.notCallable(Ruling.Obstacle.REQUEST_NOT_SIGNED);
    }
    if (resource == null || resource.resource().startsWith("alias/")) {
      return withoutKey(request, policies, tally, readings);
    }
    boolean retiring = request.action().name().equals("retiregrant");
    if (policies.resourceGroup() == null && !retiring) {
      return Ruling.noAllow(Layer.RESOURCE);
    }
    if (retiring) {
      return retire(request, policies, tally, readings);
    }
    if (facts.kind() == RequesterKind.SERVICE) {
      return GeneralLaw.INSTANCE.access(request, policies, tally, readings);
    }
    if (!facts.sameAccount() && !KmsOperations.worksAcrossAccounts(request.action().name())) {
      return Ruling.notCallable(Ruling.Obstacle.KMS_OPERATION_NOT_CROSS_ACCOUNT);
    }
    int grantees = KmsGrants.grantees(request, policies, readings);
    return facts.sameAccount()
        ? sameAccount(request, policies, tally, grantees, readings)
        : crossAccount(request, policies, tally, grantees, readings);
  }

  /* KMS-1: no key, no key policy; nobody but the account's own policies decide. */
  private static Ruling withoutKey(
      PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    Facts facts = request.facts();
    if (!facts.sameAccount()) {
      return Ruling.notCallable(Ruling.Obstacle.KMS_OPERATION_NOT_CROSS_ACCOUNT);
    }
    return GeneralLaw.sameAccount(request, policies, tally, 0, readings);
  }

  private static Ruling sameAccount(
      PreparedRequest request, PolicySet policies, long tally, int grantees, Readings readings) {
    RequesterKind who = request.facts().kind();
    int named = Tally.grants(tally);
    boolean b = ServiceLaw.boundaryAllows(tally);
    boolean s = ServiceLaw.sessionAllows(request, policies, tally, readings);
    if (who == RequesterKind.ROOT) {
      return root(named, grantees, s);
    }
    // The rows of direct grants; identity policies alone, row A, do not open a key. KMS's pages
    // name
    // no such row for federated users.
    GrantRow row =
        who == RequesterKind.FED_SESSION ? null : GrantRow.first(who, named, false, b, s, false);
    if (row != null) {
      return Ruling.allowed(row);
    }
    if (GrantKind.ACCOUNT.isIn(named) && ServiceLaw.identityAllows(tally) && b && s) {
      return Ruling.allowed(SpecialGround.KEY_DELEGATES);
    }
    if (byGrant(who, grantees, ServiceLaw.identityAllows(tally), b, s, readings)) {
      return Ruling.allowed(SpecialGround.KMS_GRANT);
    }
    return missing(who, named, grantees, tally, b);
  }

  /*
   * The row of the table that a grant's kind of grantee would have in a resource's policy. U51: AWS
   * does not say how boundary and session policies count, so they may count where the row spares
   * them, and not where it asks for them.
   */
  private static boolean byGrant(
      RequesterKind who, int grantees, boolean i, boolean b, boolean s, Readings readings) {
    if (who == RequesterKind.ROOT) {
      return grantees != 0 && s;
    }
    if (GrantKind.ACCOUNT.isIn(grantees) && i && b && s) {
      return true;
    }
    GrantRow row = GrantRow.first(who, grantees, false, b, s, false);
    if (!readings.isOther(Unspecified.U51)) {
      return row != null;
    }
    GrantRow asked = GrantRow.first(who, grantees, false, true, true, false);
    boolean limited = asked == GrantRow.D || asked == GrantRow.G;
    return limited || (row != null && b && s);
  }

  private static Ruling root(int named, int grantees, boolean s) {
    boolean trusted =
        GrantKind.ROOT.isIn(named)
            || GrantKind.ACCOUNT.isIn(named)
            || GrantKind.WILDCARD.isIn(named);
    if (trusted && !s) {
      return Ruling.noAllow(Layer.SESSION);
    }
    if (trusted) {
      return Ruling.allowed(SpecialGround.KEY_NAMES_ROOT);
    }
    return grantees != 0 && s
        ? Ruling.allowed(SpecialGround.KMS_GRANT)
        : Ruling.noAllow(Layer.RESOURCE);
  }

  private static Ruling missing(RequesterKind who, int named, int grantees, long tally, boolean b) {
    int direct = who == RequesterKind.FED_SESSION ? grantees : named | grantees;
    if (GrantRow.first(who, direct, false, true, true, false) != null) {
      return Ruling.noAllow(b ? Layer.SESSION : Layer.PERMISSIONS_BOUNDARY);
    }
    return GrantKind.ACCOUNT.isIn(named | grantees)
        ? ServiceLaw.missingOnCallerSide(tally)
        : Ruling.noAllow(Layer.RESOURCE);
  }

  /* KMS-11, KMS-19: the key's side, by policy or grant, and the caller's own policies. */
  private static Ruling crossAccount(
      PreparedRequest request, PolicySet policies, long tally, int grantees, Readings readings) {
    int named = Tally.grants(tally);
    if (named == 0 && grantees == 0) {
      return Ruling.noAllow(Layer.RESOURCE);
    }
    boolean room =
        request.facts().kind() == RequesterKind.ROOT
            ? ServiceLaw.sessionAllows(request, policies, tally, readings)
            : ServiceLaw.callerSideAllows(request, policies, tally, readings);
    if (room) {
      return Ruling.allowed(named != 0 ? SpecialGround.CROSS_ACCOUNT : SpecialGround.KMS_GRANT);
    }
    return grantees != 0 && readings.isOther(Unspecified.U22)
        ? Ruling.allowed(SpecialGround.KMS_GRANT)
        : ServiceLaw.missingOnCallerSide(tally);
  }

  /*
   * KMS-18: by the grant itself, as retiring principal or as grantee, or in the account that issued
   * it by that account's own policies. The key policy has no say.
   */
  private static Ruling retire(
      PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    RequesterKind who = request.facts().kind();
    boolean i = ServiceLaw.identityAllows(tally);
    boolean b = ServiceLaw.boundaryAllows(tally);
    boolean s = ServiceLaw.sessionAllows(request, policies, tally, readings);
    int retirers = KmsGrants.retirers(request, policies, readings);
    if (byGrant(who, retirers, i, b, s, readings)) {
      return Ruling.allowed(SpecialGround.KMS_GRANT);
    }
    if (!KmsGrants.issuedByRequester(request, policies)) {
      return Ruling.noAllow(Layer.KMS_GRANT);
    }
    boolean root = who == RequesterKind.ROOT && s;
    return root || (i && b && s)
        ? Ruling.allowed(SpecialGround.KMS_GRANT)
        : ServiceLaw.missingOnCallerSide(tally);
  }
}
