package dev.postern.suite.coverage;

/**
 * Which sides of a condition tests have shown, each while all the rest of the statement matched.
 */
public enum Sides {
  /** Neither. */
  NEVER("never", 0),
  /** It failed, and no test in which it held let the statement match. */
  FAILED("failed only", 1),
  /** It held, and in no test was it the only part that failed. */
  HELD("held only", 1),
  /** It held in one test and failed in another. */
  BOTH("both", 2);

  private final String text;
  private final int count;

  Sides(String text, int count) {
    this.text = text;
    this.count = count;
  }

  /** As reports spell them. */
  public String text() {
    return text;
  }

  /** How many they are. */
  public int count() {
    return count;
  }
}
