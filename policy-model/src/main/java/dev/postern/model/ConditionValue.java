package dev.postern.model;

/**
 * A value of a condition. Numbers and booleans are compared as their JSON text, so that text is
 * kept: {@code 10.0} stays {@code 10.0}.
 *
 * @param text the string, or the literal
 * @param kind how it was written
 */
public record ConditionValue(String text, Kind kind) {
  /** How a value stands in the JSON text. */
  public enum Kind {
    /** In quotes. */
    STRING,
    /** A bare number. */
    NUMBER,
    /** {@code true} or {@code false} without quotes. */
    BOOLEAN
  }

  /** A string. */
  public static ConditionValue string(String text) {
    return new ConditionValue(text, Kind.STRING);
  }
}
