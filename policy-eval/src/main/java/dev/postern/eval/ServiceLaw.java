package dev.postern.eval;

/** What a service adds to the general procedure. */
interface ServiceLaw {
  /**
   * Whether a deny counts that stands in a policy of this layer.
   *
   * @param request the request that it would deny
   */
  boolean countsDenies(Layer layer, PreparedRequest request);

  /**
   * The law of the service of a request.
   *
   * @throws UnsupportedRequestException if its law is not known here yet
   */
  static ServiceLaw of(PreparedRequest request, PolicySet policies) {
    return switch (request.request().action().service()) {
      case "s3" -> S3Law.of(request);
      case "kms", "sts" ->
          throw new UnsupportedRequestException(
              "requests to `"
                  + request.request().action().service()
                  + "`, which has a law of its own, are not decided yet");
      case "execute-api" -> apiGateway(policies);
      default -> GENERAL;
    };
  }

  /* API Gateway combines a resource policy with others in ways that depend on how an API authorizes. */
  private static ServiceLaw apiGateway(PolicySet policies) {
    if (policies.resource().isPresent()) {
      throw new UnsupportedRequestException("the resource policy of an API is not decided");
    }
    return GENERAL;
  }

  /** A service that adds nothing. */
  ServiceLaw GENERAL = (layer, request) -> true;
}
