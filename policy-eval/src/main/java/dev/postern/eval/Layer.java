package dev.postern.eval;

/**
 * The types of policy as a decision sees them, in the order in which one cause is named. AWS names
 * one type even if several deny and does not publish which.
 */
public enum Layer {
  /** The resource-based policy. */
  RESOURCE("resource", "resource-based policy"),
  /** The policies passed when the session was made. */
  SESSION("session", "session policy"),
  /** The identity policies of the requester. */
  IDENTITY("identity", "identity-based policy");

  private final String text;
  private final String displayName;

  Layer(String text, String displayName) {
    this.text = text;
    this.displayName = displayName;
  }

  /** As scenarios and records spell it. */
  public String text() {
    return text;
  }

  /** The name in AWS's own sentences. */
  public String displayName() {
    return displayName;
  }
}
