package dev.postern.suite;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much of something there is: {@code 13 of 18}.
 *
 * @param part how many
 * @param whole of how many
 */
public record Share(int part, int whole) {
  /** Nothing of nothing, which is all of it. */
  public static final Share NONE = new Share(0, 0);

  /**
   * How many of how many.
   *
   * @throws IllegalArgumentException if it is less than nothing or more than all
   */
  public Share {
    checkArgument(0 <= part && part <= whole, "%s of %s", part, whole);
  }

  /** Both together. */
  public Share plus(Share other) {
    return new Share(part + other.part, whole + other.whole);
  }

  /** In percent, rounded down, so that 100 means all. Of nothing it is 100. */
  public int percent() {
    return whole == 0 ? 100 : (int) (part * 100L / whole);
  }

  /** Whether {@link #percent} is at least so much. */
  public boolean isAtLeast(int percent) {
    return percent() >= percent;
  }

  /** {@code 13 of 18}. */
  @Override
  public String toString() {
    return part + " of " + whole;
  }
}
