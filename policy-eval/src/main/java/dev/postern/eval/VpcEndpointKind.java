package dev.postern.eval;

/**
 * How a VPC endpoint reads the principals in its policy. AWS, Amazon VPC: "Control access to VPC
 * endpoints using endpoint policies".
 */
public enum VpcEndpointKind {
  /** For S3 and DynamoDB: an account in its policy stands for the account's root user alone. */
  GATEWAY("gateway"),
  /** All others: an account stands for all its principals. */
  INTERFACE("interface");

  private final String text;

  VpcEndpointKind(String text) {
    this.text = text;
  }

  /** As scenarios spell it. */
  public String text() {
    return text;
  }
}
