package dev.postern.model;

/** The version of the policy language. AWS: "IAM JSON policy elements: Version". */
public enum PolicyVersion {
  /** {@code 2012-10-17}: policy variables are replaced. */
  V2012_10_17("2012-10-17"),
  /** {@code 2008-10-17}: <code>${</code> is ordinary text. */
  V2008_10_17("2008-10-17"),
  /** No {@code Version} element, which means 2008-10-17. */
  UNSTATED("");

  private final String text;

  PolicyVersion(String text) {
    this.text = text;
  }

  /** As it stands in a policy; empty when it is unstated. */
  public String text() {
    return text;
  }

  /** Whether <code>${…}</code> is a policy variable in documents of this version. */
  public boolean hasVariables() {
    return this == V2012_10_17;
  }
}
