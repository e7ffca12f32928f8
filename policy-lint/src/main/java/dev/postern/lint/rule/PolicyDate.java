package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The instant that a date in a condition stands for: the W3C's profile of ISO 8601, or seconds
 * since 1970. AWS: "IAM JSON policy elements: Condition operators", the date operators.
 */
final class PolicyDate {
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final int LONGEST_SECONDS = 12;

  private PolicyDate() {}

  /** The instant, or the first of the day, month or year; nothing for another text. */
  static Optional<Instant> parse(String text) {
    try {
      return switch (text.length()) {
        case 4 -> Optional.of(startOf(Year.parse(text).atDay(1)));
        case 7 ->
            text.indexOf('-') > 0
                ? Optional.of(startOf(YearMonth.parse(text).atDay(1)))
                : seconds(text);
        case 10 ->
            text.indexOf('-') > 0 ? Optional.of(startOf(LocalDate.parse(text))) : seconds(text);
        default ->
            text.indexOf('T') == 10
                ? Optional.of(OffsetDateTime.parse(text).toInstant())
                : seconds(text);
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Optional<Instant> seconds(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_SECONDS && DIGITS.matchesAllOf(text)
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
        : Optional.empty();
  }
}
