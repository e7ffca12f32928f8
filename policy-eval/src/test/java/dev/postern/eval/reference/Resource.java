package dev.postern.eval.reference;

import java.util.List;

/**
 * The resource of a request, or of one side of it. AWS: "Identify AWS resources with Amazon
 * Resource Names (ARNs)".
 *
 * @param text an ARN or {@code *}
 * @param owner the account that owns it, empty where it is not known
 */
record Resource(String text, String owner) {

  /** AWS: the owner is in most ARNs; without one, and with nothing said, it is the requester's. */
  static Resource of(String text, String saidOwner, Asker asker) {
    String owner = saidOwner;
    if (owner.isEmpty() && !text.equals("*")) {
      owner = fields(text).get(4);
    }
    return new Resource(text, owner.isEmpty() ? asker.account() : owner);
  }

  /** Whether the action takes no resource. */
  boolean isNone() {
    return text.equals("*");
  }

  String region() {
    return isNone() ? "" : fields(text).get(3);
  }

  String service() {
    return isNone() ? "" : fields(text).get(2);
  }

  /** The last field: what the service calls it. */
  String name() {
    return isNone() ? "" : fields(text).get(5);
  }

  static List<String> fields(String arn) {
    return List.of(arn.split(":", 6));
  }
}
