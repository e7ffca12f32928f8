package dev.postern.eval;

import java.util.Optional;

/** AWS's own sentence. AWS: "Troubleshoot access denied error messages". */
final class DenialMessage {
  private DenialMessage() {}

  static String of(Decision decision) {
    return "User: "
        + decision.request().requester().text()
        + (decision.isAllowed() ? " is" : " is not")
        + " authorized to perform: "
        + decision.request().action()
        + " on resource: "
        + resource(decision)
        + " "
        + because(decision);
  }

  /* MSG-3: S3 puts the ARN in quotes. */
  private static String resource(Decision decision) {
    String text = decision.request().resource().toString();
    return decision.request().action().service().equals("s3") ? "\"" + text + "\"" : text;
  }

  private static String because(Decision decision) {
    DecidingCause cause = decision.cause();
    if (cause instanceof DecidingCause.Denied denied) {
      return "with an explicit deny in " + article(denied.where()) + arn(denied);
    }
    if (cause instanceof DecidingCause.NoAllow silent) {
      return "because no "
          + silent.where().displayName()
          + " allows the "
          + decision.request().action()
          + " action";
    }
    if (cause instanceof DecidingCause.Granted granted) {
      return "because " + granted.row().reason();
    }
    return cause instanceof DecidingCause.GrantedToRoot
        ? "because " + GrantRow.I.reason()
        : "because these credentials cannot call this API";
  }

  private static String article(Layer layer) {
    return (layer == Layer.IDENTITY ? "an " : "a ") + layer.displayName();
  }

  /* MSG-1: not for resource-based policies. */
  private static String arn(DecidingCause.Denied denied) {
    Optional<String> arn = denied.by().policy().arn();
    return denied.where() == Layer.RESOURCE ? "" : arn.map(text -> ": " + text).orElse("");
  }
}
