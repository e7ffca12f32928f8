package dev.postern.model;

import com.google.common.collect.ImmutableList;

/**
 * A pattern over ARNs: six fields, each with wildcards that do not cross into the next; in the
 * sixth they match slashes and colons, too. Policy variables may stand in the sixth field.
 *
 * @param text as it was written
 */
public record ArnPattern(String text) implements ResourcePattern {
  private static final int FIELDS = 6;

  /**
   * A pattern of six fields.
   *
   * @throws IllegalArgumentException if {@link #isWellFormed} says no
   */
  public ArnPattern {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException(
          "`" + text + "` is not an ARN pattern; expected `arn:` and five more fields");
    }
  }

  /** Whether it starts with {@code arn:} and has six fields. */
  public static boolean isWellFormed(String text) {
    return text.startsWith("arn:") && fieldCount(text) == FIELDS;
  }

  /** How many fields there are, six at most: the sixth keeps all further colons. */
  public static int fieldCount(String text) {
    int fields = 1;
    int colon = text.indexOf(':');
    while (colon >= 0 && fields < FIELDS) {
      fields++;
      colon = text.indexOf(':', colon + 1);
    }
    return fields;
  }

  /** The six fields as they were written, the literal {@code arn} first. */
  public ImmutableList<String> fields() {
    ImmutableList.Builder<String> fields = ImmutableList.builderWithExpectedSize(FIELDS);
    int start = 0;
    for (int i = 1; i < FIELDS; i++) {
      int colon = text.indexOf(':', start);
      fields.add(text.substring(start, colon));
      start = colon + 1;
    }
    return fields.add(text.substring(start)).build();
  }

  /** The pattern made ready to match, its variables unreplaced: <code>${…}</code> is plain text. */
  public ArnGlob glob() {
    ImmutableList<String> fields = fields();
    return new ArnGlob(
        Glob.of(fields.get(1)),
        Glob.of(fields.get(2)),
        Glob.of(fields.get(3)),
        Glob.of(fields.get(4)),
        Glob.of(fields.get(5)));
  }

  /** Whether it matches, variables aside; in linear time. */
  public boolean matches(Arn arn) {
    return glob().matches(arn);
  }
}
