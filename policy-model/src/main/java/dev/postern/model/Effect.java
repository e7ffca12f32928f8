package dev.postern.model;

import java.util.Optional;

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

  /** The effect spelled so, letter case included. */
  public static Optional<Effect> named(String text) {
    return switch (text) {
      case "Allow" -> Optional.of(ALLOW);
      case "Deny" -> Optional.of(DENY);
      default -> Optional.empty();
    };
  }

  /** As it stands in a policy, letter case included. */
  public String text() {
    return text;
  }
}
