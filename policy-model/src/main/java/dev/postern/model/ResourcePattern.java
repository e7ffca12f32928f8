package dev.postern.model;

/** One entry of {@code Resource} or {@code NotResource}, as it was written. */
public sealed interface ResourcePattern
    permits ResourcePattern.Any, ArnPattern, ResourcePattern.Malformed {

  /** As it was written. */
  String text();

  /** Reads an entry; what is neither {@code *} nor of six fields is {@link Malformed}. */
  static ResourcePattern of(String text) {
    if (Glob.isStars(text)) {
      return new Any(text);
    }
    return ArnPattern.isWellFormed(text) ? new ArnPattern(text) : new Malformed(text);
  }

  /** {@code *}: every resource, and the only pattern that matches actions that take none. */
  record Any(String text) implements ResourcePattern {}

  /**
   * No ARN and not {@code *}. Only a lenient reader lets one through; AWS does not say what it
   * matches.
   */
  record Malformed(String text) implements ResourcePattern {}
}
