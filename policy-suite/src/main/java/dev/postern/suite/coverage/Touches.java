package dev.postern.suite.coverage;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How often tests had to do with a statement or an entry, in decisions. What is decisive has
 * matched, and what has matched was reached.
 *
 * @param decisive how often it was {@linkplain Reach#DECISIVE decisive}
 * @param matched how often it at least matched
 * @param reached how often it was at least reached
 */
public record Touches(int decisive, int matched, int reached) {
  /** Never. */
  public static final Touches NONE = new Touches(0, 0, 0);

  /**
   * How often.
   *
   * @throws IllegalArgumentException if it was more often decisive than it matched, or matched more
   *     often than it was reached
   */
  public Touches {
    checkArgument(decisive <= matched && matched <= reached, "not one within the other");
  }

  Touches plus(Reach reach) {
    return new Touches(
        decisive + (reach == Reach.DECISIVE ? 1 : 0),
        matched + (reach.compareTo(Reach.MATCHED) >= 0 ? 1 : 0),
        reached + (reach == Reach.NEVER ? 0 : 1));
  }

  /** The furthest that tests got. */
  public Reach reach() {
    if (decisive > 0) {
      return Reach.DECISIVE;
    }
    return matched > 0 ? Reach.MATCHED : reached > 0 ? Reach.REACHED : Reach.NEVER;
  }

  /** Whether it ever matched. */
  public boolean isMatched() {
    return matched > 0;
  }
}
