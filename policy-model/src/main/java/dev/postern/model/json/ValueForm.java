package dev.postern.model.json;

import com.google.common.net.InetAddresses;
import dev.postern.model.ArnPattern;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.source.ProblemCode;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The form that the values of an operator's domain must have. A value of another form is stored and
 * never matches.
 *
 * @param code the problem with a value of another form
 * @param expected the form in words
 * @param form whether a text has it
 */
record ValueForm(ProblemCode code, String expected, Predicate<String> form) {
  private static final ValueForm BOOL =
      new ValueForm(
          ProblemCode.CONDITION_TYPE_BOOL, "expected `true` or `false`", ValueForm::isBool);
  private static final ValueForm NUMERIC =
      new ValueForm(
          ProblemCode.CONDITION_TYPE_NUMBER, "expected a decimal number", ValueForm::isNumber);
  private static final ValueForm DATE =
      new ValueForm(
          ProblemCode.CONDITION_TYPE_DATE,
          "expected a date such as `2026-01-31T00:00:00Z`, or seconds since 1970",
          ValueForm::isDate);
  private static final ValueForm BINARY =
      new ValueForm(
          ProblemCode.CONDITION_TYPE_BINARY, "expected base64 with padding", ValueForm::isBase64);
  private static final ValueForm IP_ADDRESS =
      new ValueForm(
          ProblemCode.CONDITION_TYPE_IP,
          "expected an address or a block such as `203.0.113.0/24`",
          ValueForm::isBlock);
  private static final ValueForm ARN =
      new ValueForm(
          ProblemCode.CONDITION_ARN_VALUE,
          "expected an ARN pattern of six fields",
          ArnPattern::isWellFormed);

  /** The form of a domain's values; strings take any. */
  static Optional<ValueForm> of(Domain domain) {
    return switch (domain) {
      case STRING -> Optional.empty();
      case NUMERIC -> Optional.of(NUMERIC);
      case DATE -> Optional.of(DATE);
      case BOOL, PRESENCE -> Optional.of(BOOL);
      case BINARY -> Optional.of(BINARY);
      case IP_ADDRESS -> Optional.of(IP_ADDRESS);
      case ARN -> Optional.of(ARN);
    };
  }

  boolean accepts(String text) {
    return form.test(text);
  }

  private static boolean isBool(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    return folded.equals("true") || folded.equals("false");
  }

  /* [+-]? digits [. digits] or [+-]? . digits; no exponent. */
  private static boolean isNumber(String text) {
    int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.', start);
    String whole = point < 0 ? text.substring(start) : text.substring(start, point);
    String fraction = point < 0 ? "" : text.substring(point + 1);
    return isDigits(whole) && isDigits(fraction) && !(point < 0 ? whole : fraction).isEmpty();
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /* Epoch seconds, or the W3C profile of ISO 8601: 2026, 2026-01, 2026-01-31, …T12:00(:00(.0))Z. */
  private static boolean isDate(String text) {
    String unsigned = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    if (!unsigned.isEmpty() && isDigits(unsigned)) {
      return true;
    }
    return DateForm.accepts(text);
  }

  private static boolean isBase64(String text) {
    if (text.isEmpty() || text.length() % 4 != 0) {
      return false;
    }
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isBlock(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!InetAddresses.isInetAddress(address) || address.indexOf('%') >= 0) {
      return false;
    }
    if (slash < 0) {
      return true;
    }
    String length = text.substring(slash + 1);
    int most = address.indexOf(':') >= 0 ? 128 : 32;
    return !length.isEmpty()
        && length.length() <= 3
        && isDigits(length)
        && Integer.parseInt(length) <= most;
  }
}
