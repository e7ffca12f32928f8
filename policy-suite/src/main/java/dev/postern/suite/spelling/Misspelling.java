package dev.postern.suite.spelling;

/**
 * A name that means nothing at AWS.
 *
 * @param message what is wrong, on one line
 * @param help what would be right; empty if nobody knows
 */
public record Misspelling(String message, String help) {
  /** Both on one line. */
  @Override
  public String toString() {
    return help.isEmpty() ? message : message + "; " + help;
  }
}
