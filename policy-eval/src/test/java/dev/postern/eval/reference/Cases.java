package dev.postern.eval.reference;

/** Generates cases by theme; the same seed gives the same case. */
final class Cases {
  private Cases() {}

  /** What statements say: every element, every operator, variables, hostile texts. */
  static Case statements(long seed) {
    return new StatementCases(new Dice(seed)).statements();
  }

  /** Which policies apply to whom, and how they combine. */
  static Case layers(long seed) {
    return new StatementCases(new Dice(seed)).layers();
  }

  /** Key policies and grants. */
  static Case keys(long seed) {
    return new KeyCases(new Dice(seed)).keys();
  }

  /** Trust policies, and calls that no policy governs. */
  static Case roles(long seed) {
    return new RoleCases(new Dice(seed)).roles();
  }

  /** Access control lists, ownership, Block Public Access. */
  static Case buckets(long seed) {
    return new BucketCases(new Dice(seed)).buckets();
  }

  /** Requests that come to a bucket through an access point. */
  static Case accessPoints(long seed) {
    return new BucketCases(new Dice(seed)).accessPoints();
  }

  /** Of any theme. */
  static Case any(long seed) {
    return switch ((int) Math.floorMod(seed, 6L)) {
      case 0 -> statements(seed);
      case 1 -> keys(seed);
      case 2 -> roles(seed);
      case 3 -> buckets(seed);
      case 4 -> accessPoints(seed);
      default -> layers(seed);
    };
  }
}
