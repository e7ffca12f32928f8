package dev.postern.model.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/** The dates that conditions take: the W3C profile of ISO 8601. */
final class DateForm {
  private DateForm() {}

  static boolean accepts(String text) {
    try {
      switch (text.length()) {
        case 4 -> {
          return text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
        case 7 -> YearMonth.parse(text);
        case 10 -> LocalDate.parse(text);
        default -> {
          // Java takes lower case and offsets such as +01; the profile takes neither.
          if (text.indexOf('T') != 10 || text.indexOf('z') >= 0 || !endsWithZone(text)) {
            return false;
          }
          OffsetDateTime.parse(text);
        }
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean endsWithZone(String text) {
    if (text.endsWith("Z")) {
      return true;
    }
    int sign = text.length() - 6;
    return sign > 10
        && (text.charAt(sign) == '+' || text.charAt(sign) == '-')
        && text.charAt(sign + 3) == ':';
  }
}
