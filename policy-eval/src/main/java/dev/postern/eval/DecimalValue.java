package dev.postern.eval;

import com.google.common.base.CharMatcher;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the numeric operators compare: decimals of any precision, to be compared by {@link
 * BigDecimal#compareTo}, for which {@code 10} is {@code 10.0}. AWS names integers and decimals, so
 * blanks, exponents and trailing letters are no numbers here. AWS: "IAM JSON policy elements:
 * Condition operators".
 */
final class DecimalValue {
  // Making a BigDecimal costs the square of its digits, and a request chooses how many it sends.
  private static final int MOST_CHARACTERS = 1_000;

  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  private DecimalValue() {}

  /** Reads {@code 10}, {@code -0.5} or {@code +.5}; nothing if it is no number. */
  static Optional<BigDecimal> parse(String text) {
    return text.length() <= MOST_CHARACTERS && isDecimal(text)
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private static boolean isDecimal(String text) {
    String unsigned = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
    int point = unsigned.indexOf('.');
    String whole = point < 0 ? unsigned : unsigned.substring(0, point);
    String fraction = unsigned.substring(point + 1);
    return DIGITS.matchesAllOf(whole) && DIGITS.matchesAllOf(fraction) && !fraction.isEmpty();
  }
}
