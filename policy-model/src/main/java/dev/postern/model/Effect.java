package dev.postern.model;

/** What a statement does to the requests it matches. AWS: "IAM JSON policy elements: Effect". */
public enum Effect {
  /** {@code Allow} */
  ALLOW("Allow"),
  /** {@code Deny} */
  DENY("Deny");

  private final String text;

  Effect(String text) {
    this.text = text;
  }

  /** As it stands in a policy, letter case included. */
  public String text() {
    return text;
  }
}
