package dev.postern.catalog.generator;

/** Whether policies on resources take part in deciding requests to a service. */
enum PolicySupport {
  YES('p'),
  SHARED('q'),
  NO('-');

  private final char letter;

  PolicySupport(char letter) {
    this.letter = letter;
  }

  /** Its letter in the catalog. */
  char letter() {
    return letter;
  }

  /** The support of a letter. */
  static PolicySupport of(char letter) {
    for (PolicySupport support : values()) {
      if (support.letter == letter) {
        return support;
      }
    }
    throw new RefusedException("resource policies `" + letter + "`; expected one of p q -");
  }
}
