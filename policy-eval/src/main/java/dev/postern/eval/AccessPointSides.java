package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Arn;

/**
 * A request through an S3 access point is two: the access point's policy and the bucket's both have
 * to let it pass. AWS, S3: "Configuring IAM policies for using access points".
 */
final class AccessPointSides {
  private AccessPointSides() {}

  /** Whether the request comes through an access point. */
  static boolean isOneOf(AuthorizationRequest request, PolicySet policies) {
    return policies.settings().s3().accessPoint().isPresent()
        && request.action().service().equals("s3")
        && request.resource() instanceof RequestedResource.Named;
  }

  /** The access point's side and the bucket's. */
  static ImmutableList<Authorization> of(AuthorizationRequest request, PolicySet policies) {
    Settings settings = policies.settings();
    S3AccessPoint accessPoint = settings.s3().accessPoint().orElseThrow();
    Arn bucket = ((RequestedResource.Named) request.resource()).arn();
    if (!bucket.account().isEmpty()) {
      throw new InvalidRequestException(
          "through an access point the bucket or object behind it is asked for, not `"
              + bucket
              + "`");
    }
    AuthorizationRequest through = through(accessPoint, request);
    Arn named = accessPoint.naming(bucket);
    return ImmutableList.of(
        new Authorization(
            through.on(new RequestedResource.Named(named)).ownedByArn(),
            policies.atAccessPoint(Facts.of(request).owner())),
        new Authorization(
            through, policies.with(settings.with(settings.s3().behindAccessPoint()))));
  }

  private static AuthorizationRequest through(
      S3AccessPoint accessPoint, AuthorizationRequest request) {
    AuthorizationRequest all = request;
    if (!gives(request, "s3:dataaccesspointarn")) {
      all = all.with("s3:DataAccessPointArn", accessPoint.arn().toString());
    }
    if (!gives(request, "s3:dataaccesspointaccount")) {
      all = all.with("s3:DataAccessPointAccount", accessPoint.arn().account());
    }
    return all;
  }

  private static boolean gives(AuthorizationRequest request, String folded) {
    return request.entries().stream().anyMatch(entry -> entry.folded().equals(folded));
  }
}
