package dev.postern.model.json;

/**
 * How much a reader takes from a text that may be hostile. Whatever is beyond is a problem of its
 * own, never a stack overflow or an exhausted heap.
 *
 * @param characters length of the whole text, in UTF-16 units
 * @param depth how deep objects and arrays may nest
 * @param stringLength length of one string, names included, in UTF-16 units
 * @param values how many JSON values there may be
 */
public record ReadLimits(int characters, int depth, int stringLength, int values) {
  /**
   * For one policy. AWS's largest quota for a policy is 102,400 characters (an OpenSearch domain),
   * the largest managed policy has about 152,000, and the grammar nests six deep.
   */
  public static final ReadLimits POLICY = new ReadLimits(1 << 20, 64, 1 << 17, 100_000);

  /** For scenario files, which hold many requests and policies. */
  public static final ReadLimits SCENARIOS = new ReadLimits(1 << 26, 64, 1 << 20, 10_000_000);

  /**
   * Limits of one's own.
   *
   * @throws IllegalArgumentException if one is not positive, or depth is above 1,000
   */
  public ReadLimits {
    if (characters < 1 || depth < 1 || depth > 1_000 || stringLength < 1 || values < 1) {
      throw new IllegalArgumentException("limits are positive, and depth is at most 1000");
    }
  }
}
