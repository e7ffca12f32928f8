package dev.postern.suite.coverage;

/** The elements of a statement that have entries. */
public enum Element {
  /** {@code Principal} */
  PRINCIPAL("Principal", false),
  /** {@code NotPrincipal} */
  NOT_PRINCIPAL("NotPrincipal", true),
  /** {@code Action} */
  ACTION("Action", false),
  /** {@code NotAction} */
  NOT_ACTION("NotAction", true),
  /** {@code Resource} */
  RESOURCE("Resource", false),
  /** {@code NotResource} */
  NOT_RESOURCE("NotResource", true);

  private final String text;
  private final boolean negated;

  Element(String text, boolean negated) {
    this.text = text;
    this.negated = negated;
  }

  /** As it stands in a policy. */
  public String text() {
    return text;
  }

  /** Whether it speaks of all but its entries. */
  public boolean isNegated() {
    return negated;
  }
}
