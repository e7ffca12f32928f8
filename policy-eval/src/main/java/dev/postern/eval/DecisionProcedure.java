package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * The law on one screen, in the order AWS draws it: what no policy governs; any explicit deny; what
 * endpoint and organization leave room for; then who gets access, by the law of the service. AWS:
 * "How AWS enforcement code logic evaluates requests to allow or deny access".
 */
final class DecisionProcedure {
  private DecisionProcedure() {}

  /** The ruling on a request, given what the policies of each type came to. */
  static Ruling rule(PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    ServiceLaw law = request.law();
    Ruling unconditional = law.unconditional(request, tally, readings);
    if (unconditional != null) {
      return unconditional;
    }
    Ruling denied = firstDeny(law, request, policies, tally, readings);
    if (denied != null) {
      return denied;
    }
    if (!Tally.allows(tally, Layer.VPC_ENDPOINT)) {
      return Ruling.noAllow(Layer.VPC_ENDPOINT);
    }
    if (!Tally.allows(tally, Layer.SERVICE_CONTROL)) {
      return Ruling.noAllow(Layer.SERVICE_CONTROL);
    }
    return law.access(request, policies, tally, readings);
  }

  /* The layers stand in the order in which one of several denies is named. */
  private static @Nullable Ruling firstDeny(
      ServiceLaw law, PreparedRequest request, PolicySet policies, long tally, Readings readings) {
    if (!Tally.deniesAnywhere(tally)) {
      PublicAccessBlock block = law.block(request, policies, readings);
      return block == null ? null : Ruling.blocked(block);
    }
    for (Layer layer : LAYERS) {
      if (layer == Layer.PUBLIC_ACCESS_BLOCK) {
        PublicAccessBlock block = law.block(request, policies, readings);
        if (block != null) {
          return Ruling.blocked(block);
        }
      } else if (Tally.denies(tally, layer)
          && (layer != Layer.RESOURCE || law.countsResourceDenies(request))) {
        return Ruling.denied(layer);
      }
    }
    return null;
  }

  private static final Layer[] LAYERS = Layer.values();

  /**
   * What the policies of each type come to, by the readings that are taken; nothing is explained
   * and nothing allocated.
   */
  static long tally(PreparedRequest request, PolicySet policies) {
    return tally(request, policies, false);
  }

  /**
   * Whether the request is allowed. It is told no as soon as a deny or a limit says so, whatever
   * else the policies hold.
   */
  static boolean isAllowed(PreparedRequest request, PolicySet policies) {
    long tally = tally(request, policies, true);
    boolean allowed = isAllowed(request, policies, tally);
    // What no policy governs may be allowed all the same, by all that the policies come to.
    if (allowed && isRefused(request, tally)) {
      return isAllowed(request, policies, tally(request, policies, false));
    }
    return allowed;
  }

  private static boolean isAllowed(PreparedRequest request, PolicySet policies, long tally) {
    return rule(request, policies, tally, Readings.TAKEN).verdict() == Verdict.ALLOWED;
  }

  private static boolean isRefused(PreparedRequest request, long tally) {
    return !Tally.allows(tally, Layer.SERVICE_CONTROL)
        || !Tally.allows(tally, Layer.VPC_ENDPOINT)
        || (Tally.deniesAnywhere(tally) && request.law().countsResourceDenies(request));
  }

  private static long tally(PreparedRequest request, PolicySet policies, boolean untilRefused) {
    CallerSide.Plan caller = policies.caller().plan(request.action());
    PolicyGroup endpoint = applicableEndpoint(request, policies);
    PolicyGroup resource = policies.resourceGroup();
    GroupPlan boundary = caller.boundary();
    long tally = Tally.NOTHING_LIMITS;
    tally = serviceControl(tally, caller, request, policies);
    tally = resourceControl(tally, request, policies);
    if (untilRefused && isRefused(request, tally)) {
      return tally;
    }
    if (endpoint != null) {
      GroupPlan plan = endpoint.plan(request.action());
      tally = limit(tally, Layer.VPC_ENDPOINT, plan, request, policies);
    }
    if (resource != null) {
      tally = resource(tally, resource.plan(request.action()), request, policies);
    }
    if (untilRefused && isRefused(request, tally)) {
      return tally;
    }
    if (boundary != null) {
      tally = limit(tally, Layer.PERMISSIONS_BOUNDARY, boundary, request, policies);
    }
    tally = add(tally, Layer.SESSION, caller.session(), request, policies);
    if (untilRefused && isRefused(request, tally)) {
      return tally;
    }
    return add(tally, Layer.IDENTITY, caller.identity(), request, policies);
  }

  /** The policy of the VPC endpoint; AWS services pass none. */
  static @Nullable PolicyGroup applicableEndpoint(PreparedRequest request, PolicySet policies) {
    return request.facts().kind() == RequesterKind.SERVICE ? null : policies.endpointGroup();
  }

  private static long add(
      long tally, Layer layer, GroupPlan plan, PreparedRequest request, PolicySet policies) {
    long denied = plan.denies(request, policies) ? Tally.deny(tally, layer) : tally;
    return plan.allows(request, policies) ? Tally.allow(denied, layer) : denied;
  }

  private static long limit(
      long tally, Layer layer, GroupPlan plan, PreparedRequest request, PolicySet policies) {
    return add(Tally.withoutAllow(tally, layer), layer, plan, request, policies);
  }

  private static long resource(
      long tally, GroupPlan plan, PreparedRequest request, PolicySet policies) {
    long denied = plan.denies(request, policies) ? Tally.deny(tally, Layer.RESOURCE) : tally;
    return Tally.grant(denied, plan.allows().grants(request, policies));
  }

  /* Every level of the organization has to allow, and none may deny. */
  private static long serviceControl(
      long tally, CallerSide.Plan caller, PreparedRequest request, PolicySet policies) {
    ImmutableList<GroupPlan> levels = caller.serviceControl();
    if (levels == null
        || OrganizationScope.whyNoServiceControl(request.facts(), policies, Readings.TAKEN)
            != null) {
      return tally;
    }
    boolean allAllow = true;
    long result = tally;
    for (int i = 0; i < levels.size(); i++) {
      result = limit(result, Layer.SERVICE_CONTROL, levels.get(i), request, policies);
      allAllow &= Tally.allows(result, Layer.SERVICE_CONTROL);
    }
    return allAllow
        ? Tally.allow(result, Layer.SERVICE_CONTROL)
        : Tally.withoutAllow(result, Layer.SERVICE_CONTROL);
  }

  /* RCPFullAWSAccess is on every level, so no level lacks an allow. */
  private static long resourceControl(long tally, PreparedRequest request, PolicySet policies) {
    ImmutableList<PolicyGroup> levels = policies.resourceControlLevels();
    if (levels == null
        || OrganizationScope.whyNoResourceControl(request, policies, Readings.TAKEN) != null) {
      return tally;
    }
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).plan(request.action()).denies(request, policies)) {
        return Tally.deny(tally, Layer.RESOURCE_CONTROL);
      }
    }
    return tally;
  }
}
