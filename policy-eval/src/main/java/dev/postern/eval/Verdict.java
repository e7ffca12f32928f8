package dev.postern.eval;

/** The three answers, in the words of AWS's own simulator. */
public enum Verdict {
  /** The request is allowed. */
  ALLOWED("allowed"),
  /** A statement denies it. */
  EXPLICIT_DENY("explicitDeny"),
  /** Nothing that it needs allows it. */
  IMPLICIT_DENY("implicitDeny"),
  /**
   * Whether it is allowed hangs on condition keys whose values the request does not know. Where it
   * is denied whatever they hold the verdict is one of the two denials, the explicit one if some
   * value makes it so.
   */
  DEPENDS("depends");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** As scenarios and records spell it. */
  public String text() {
    return text;
  }
}
