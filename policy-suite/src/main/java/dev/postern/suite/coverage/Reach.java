package dev.postern.suite.coverage;

/** How far tests got with a statement or with an entry of one; each step takes in those before. */
public enum Reach {
  /** No test had to do with it. */
  NEVER("never"),
  /**
   * Of a statement: its principal, action and resource matched a request, and a condition kept it
   * from matching. Of an entry: it matched, and another part of its statement did not.
   */
  REACHED("reached"),
  /**
   * The statement matched a request, and the entry was the one by which it did. Of an entry of a
   * {@code Not…} element: it alone kept the statement from matching.
   */
  MATCHED("matched"),
  /** A decision named the statement as its cause, and the entry was the one by which it matched. */
  DECISIVE("decisive");

  private final String text;

  Reach(String text) {
    this.text = text;
  }

  /** As reports spell it. */
  public String text() {
    return text;
  }
}
