package dev.postern.eval;

import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;

/** What cannot come together in AWS: a request with policies that its requester cannot have. */
final class InputCheck {
  private InputCheck() {}

  /**
   * Refuses what contradicts itself.
   *
   * @throws InvalidRequestException if the requester cannot have policies of a type that is given
   * @throws UnsupportedRequestException if it asks for what is not decided
   */
  static void check(PreparedRequest request, PolicySet policies) {
    RequesterKind kind = request.facts().kind();
    if (!kind.canHaveIdentityPolicies()) {
      refuse(!policies.identityGroup().isEmpty(), request, "identity policies");
      refuse(policies.boundaryGroup() != null, request, "a permissions boundary");
    }
    if (!kind.canHaveSessionPolicies()) {
      refuse(!policies.sessionGroup().isEmpty(), request, "session policies");
    }
    checkAccessPoint(request, policies);
    checkObjectOwner(request, policies);
    checkResourcePolicy(request, policies);
  }

  private static void refuse(boolean given, PreparedRequest request, String what) {
    if (given) {
      throw new InvalidRequestException(
          "`" + request.facts().requester().text() + "` cannot have " + what);
    }
  }

  /* Which bucket is behind an access point its ARN does not say. Unlike a bucket's it has an account. */
  private static void checkAccessPoint(PreparedRequest request, PolicySet policies) {
    Arn resource = request.facts().resource();
    boolean unplaced =
        request.isTo("s3")
            && resource != null
            && !resource.account().isEmpty()
            && resource.resource().startsWith("accesspoint/")
            && policies.settings().s3().accessPoint().isEmpty();
    if (unplaced) {
      throw new InvalidRequestException(
          "`"
              + resource
              + "` is an access point; ask for the bucket or object behind it and name the access"
              + " point among the settings");
    }
  }

  private static void checkObjectOwner(PreparedRequest request, PolicySet policies) {
    S3Settings s3 = policies.settings().s3();
    String owner = s3.objectOwner().orElse(null);
    if (owner != null
        && s3.objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED
        && !owner.equals(request.facts().owner())) {
      throw new InvalidRequestException(
          "with `BucketOwnerEnforced` every object belongs to the bucket's owner, and `"
              + owner
              + "` is given");
    }
  }

  /* API Gateway combines a resource policy with others in ways that depend on how an API authorizes. */
  private static void checkResourcePolicy(PreparedRequest request, PolicySet policies) {
    PolicyGroup resource = policies.resourceGroup();
    if (resource == null) {
      return;
    }
    if (request.isTo("execute-api")) {
      throw new UnsupportedRequestException("the resource policy of an API is not decided");
    }
    Kind kind = resource.policies().get(0).type().kind();
    boolean keyPolicy = kind == Kind.KMS_KEY && !request.isTo("kms");
    boolean trustPolicy = kind == Kind.TRUST && !request.isTo("sts");
    if (keyPolicy || trustPolicy) {
      throw new InvalidRequestException(
          "a policy of type `"
              + resource.policies().get(0).type()
              + "` takes no part in `"
              + request.action()
              + "`");
    }
  }
}
