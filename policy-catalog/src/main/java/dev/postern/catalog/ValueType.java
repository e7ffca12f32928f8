package dev.postern.catalog;

/** What the values of a condition key are. */
public enum ValueType {
  /** Characters. */
  STRING("String", 's'),
  /** ARNs. */
  ARN("ARN", 'a'),
  /** {@code true} and {@code false}. */
  BOOL("Bool", 'b'),
  /** Numbers. */
  NUMERIC("Numeric", 'n'),
  /** Instants. */
  DATE("Date", 'd'),
  /** Addresses. */
  IP_ADDRESS("IPAddress", 'i'),
  /** Octets. */
  BINARY("Binary", 'y');

  private final String label;
  private final char letter;

  ValueType(String label, char letter) {
    this.label = label;
    this.letter = letter;
  }

  /** As AWS writes it: {@code IPAddress}. */
  public String label() {
    return label;
  }

  /** Its letter in the catalog's file. */
  char letter() {
    return letter;
  }
}
