package dev.postern.eval;

import com.google.common.base.CharMatcher;
import com.google.common.primitives.Longs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the date operators compare: instants, written as a date and time in the W3C's profile of ISO
 * 8601 or as seconds since 1970. Four digits are a year; part of a date is its first instant; no
 * time zone is UTC. AWS: "IAM JSON policy elements: Condition operators"; W3C: "Date and Time
 * Formats".
 */
final class InstantValue {
  /* The profile has fixed columns: each field stands where it stands here, a 9 for each digit. */
  private static final String COLUMNS = "9999-99-99T99:99:99";

  private static final int YEAR_END = 4;
  private static final int MONTH_END = 7;
  private static final int DAY_END = 10;
  private static final int MINUTE_END = 16;
  private static final int SECOND_END = 19;

  private static final int NANO_DIGITS = 9;
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  private InstantValue() {}

  /** Reads a date, a date with a time, or epoch seconds; nothing if it is none of them. */
  static Optional<Instant> parse(String text) {
    boolean signed = text.startsWith("+") || text.startsWith("-");
    String digits = signed ? text.substring(1) : text;
    boolean isInteger = !digits.isEmpty() && DIGITS.matchesAllOf(digits);
    if (!isInteger) {
      return calendar(text);
    }
    if (digits.length() == YEAR_END) {
      // A signed one is neither: a year has no sign, epoch seconds have not four digits.
      return signed ? Optional.empty() : calendar(text);
    }
    return epoch(Longs.tryParse(text.startsWith("-") ? text : digits));
  }

  private static Optional<Instant> epoch(@Nullable Long seconds) {
    return seconds != null
            && seconds >= Instant.MIN.getEpochSecond()
            && seconds <= Instant.MAX.getEpochSecond()
        ? Optional.of(Instant.ofEpochSecond(seconds))
        : Optional.empty();
  }

  private static Optional<Instant> calendar(String text) {
    int end = endOfColumns(text);
    if (end == YEAR_END || end == MONTH_END || end == DAY_END) {
      return end == text.length() ? instant(text, end, 0, 0) : Optional.empty();
    }
    if (end != MINUTE_END && end != SECOND_END) {
      return Optional.empty();
    }
    int zone = end;
    if (end == SECOND_END && text.startsWith(".", end)) {
      zone = endOfDigits(text, end + 1);
      if (zone == end + 1) {
        return Optional.empty();
      }
    }
    OptionalInt offset = offsetSeconds(text.substring(zone));
    return offset.isPresent()
        ? instant(text, end, nanos(text, end + 1, zone), offset.getAsInt())
        : Optional.empty();
  }

  /* How far the text keeps to the columns. */
  private static int endOfColumns(String text) {
    int end = 0;
    while (end < text.length() && end < COLUMNS.length() && fits(text.charAt(end), end)) {
      end++;
    }
    return end;
  }

  private static boolean fits(char c, int column) {
    char expected = COLUMNS.charAt(column);
    return expected == '9' ? DIGITS.matches(c) : c == expected;
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && DIGITS.matches(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /* Digits beyond the nanosecond are dropped: instants are compared to the nanosecond. */
  private static int nanos(String text, int from, int to) {
    int nanos = 0;
    for (int i = 0; i < NANO_DIGITS; i++) {
      nanos = nanos * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
    }
    return nanos;
  }

  /* `Z`, `±hh:mm` or nothing, which is UTC. */
  private static OptionalInt offsetSeconds(String zone) {
    if (zone.isEmpty() || zone.equals("Z")) {
      return OptionalInt.of(0);
    }
    boolean west = zone.startsWith("-");
    if (!(west || zone.startsWith("+"))
        || zone.length() != 6
        || zone.charAt(3) != ':'
        || endOfDigits(zone, 1) != 3
        || endOfDigits(zone, 4) != 6) {
      return OptionalInt.empty();
    }
    int hours = number(zone, 1, 3);
    int minutes = number(zone, 4, 6);
    int seconds = (hours * 60 + minutes) * 60;
    return hours < 24 && minutes < 60
        ? OptionalInt.of(west ? -seconds : seconds)
        : OptionalInt.empty();
  }

  /* The fields up to a column; those behind it are the first there are. */
  private static Optional<Instant> instant(String text, int end, int nanos, int offsetSeconds) {
    int year = number(text, 0, YEAR_END);
    int month = end < MONTH_END ? 1 : number(text, 5, MONTH_END);
    int day = end < DAY_END ? 1 : number(text, 8, DAY_END);
    int hour = end < MINUTE_END ? 0 : number(text, 11, 13);
    int minute = end < MINUTE_END ? 0 : number(text, 14, MINUTE_END);
    int second = end < SECOND_END ? 0 : number(text, 17, SECOND_END);
    if (month < 1
        || month > 12
        || !YearMonth.of(year, month).isValidDay(day)
        || hour > 23
        || minute > 59
        || second > 59) {
      return Optional.empty();
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    long seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
    return Optional.of(Instant.ofEpochSecond(seconds - offsetSeconds, nanos));
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
