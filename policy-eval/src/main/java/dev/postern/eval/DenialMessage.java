package dev.postern.eval;

import java.util.Optional;

/** AWS's own sentence. AWS: "Troubleshoot access denied error messages". */
final class DenialMessage {
  private DenialMessage() {}

  static String of(Decision decision) {
    return "User: "
        + user(decision)
        + (decision.isAllowed() ? " is" : " is not")
        + " authorized to perform: "
        + decision.request().action()
        + " on resource: "
        + resource(decision)
        + " "
        + because(decision);
  }

  /* S3-17: S3 tells strangers nothing. */
  static String publicly(Decision decision) {
    boolean stranger =
        decision.request().action().service().equals("s3") && !decision.facts().sameAccount();
    return !decision.isAllowed() && stranger ? "Access Denied" : of(decision);
  }

  private static String user(Decision decision) {
    Requester requester = decision.request().requester();
    return requester instanceof Requester.Anonymous ? "anonymous" : requester.text();
  }

  /* MSG-3: S3 puts the ARN in quotes. */
  private static String resource(Decision decision) {
    String text = decision.request().resource().toString();
    return decision.request().action().service().equals("s3") ? "\"" + text + "\"" : text;
  }

  private static String because(Decision decision) {
    DecidingCause cause = decision.cause();
    if (cause instanceof DecidingCause.Granted granted) {
      return "because " + granted.ground().reason();
    }
    if (cause instanceof DecidingCause.GrantedOtherwise granted) {
      return "because " + granted.ground().reason();
    }
    if (cause instanceof DecidingCause.NotCallable barred) {
      return "because " + barred.text();
    }
    return isForeignKey(decision)
        ? "because the resource does not exist in this Region, no resource-based policies allow"
            + " access, or a resource-based policy explicitly denies access"
        : byPolicy(decision, cause);
  }

  private static String byPolicy(Decision decision, DecidingCause cause) {
    if (cause instanceof DecidingCause.Denied denied) {
      return "with an explicit deny in "
          + article(denied.where())
          + name(denied.where(), decision)
          + arn(denied, decision);
    }
    if (cause instanceof DecidingCause.Blocked blocked) {
      return blocked(blocked.block());
    }
    return "because no "
        + cause.layer().map(layer -> name(layer, decision)).orElse("policy")
        + " allows the "
        + decision.request().action()
        + " action";
  }

  /* MSG-5: nobody learns of a key of another account whether it exists. */
  private static boolean isForeignKey(Decision decision) {
    boolean foreign =
        decision.request().action().service().equals("kms")
            && decision.facts().account() != null
            && !decision.facts().sameAccount();
    return foreign && decision.cause().layer().filter(Layer.RESOURCE::equals).isPresent();
  }

  /* MSG-4 */
  private static String blocked(PublicAccessBlock block) {
    return switch (block) {
      case BLOCK_PUBLIC_ACLS ->
          "because public ACLs are prevented by the BlockPublicAcls setting in S3 Block Public"
              + " Access.";
      case BLOCK_PUBLIC_POLICY ->
          "because public policies are prevented by the BlockPublicPolicy setting in S3 Block"
              + " Public Access.";
      case RESTRICT_PUBLIC_BUCKETS, IGNORE_PUBLIC_ACLS ->
          "with an explicit deny in a resource-based policy";
    };
  }

  private static String article(Layer layer) {
    return layer == Layer.IDENTITY ? "an " : layer == Layer.RESOURCE ? "" : "a ";
  }

  /* The policy of a role has a name of its own, and its sentence an article. */
  private static String name(Layer layer, Decision decision) {
    if (layer != Layer.RESOURCE) {
      return layer.displayName();
    }
    boolean deny = decision.verdict() == Verdict.EXPLICIT_DENY;
    boolean trust =
        decision.request().action().service().equals("sts")
            && decision.policies().resourceGroup() != null;
    return (deny ? trust ? "the " : "a " : "")
        + (trust ? "role trust policy" : layer.displayName());
  }

  /* MSG-1: not for resource-based policies, and only within an account or organization. */
  private static String arn(DecidingCause.Denied denied, Decision decision) {
    boolean told =
        denied.where() != Layer.RESOURCE
            && denied.where() != Layer.VPC_ENDPOINT
            && (denied.where() != Layer.RESOURCE_CONTROL || decision.facts().sameAccount());
    Optional<String> arn = denied.by().policy().arn();
    return told ? arn.map(text -> ": " + text).orElse("") : "";
  }
}
