package dev.postern.benchmarks;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * One thing that Postern aims at, and how it stands.
 *
 * @param what is measured
 * @param aim what it may come to
 * @param figure what it came to
 * @param standing met or not
 */
record Goal(String what, String aim, String figure, Standing standing) {
  /** How a goal stands. */
  enum Standing {
    MET("met"),
    MISSED("not met"),
    NOT_MEASURED("not measured");

    private final String text;

    Standing(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  static Goal atMost(String what, double limit, OptionalDouble came, DoubleFunction<String> text) {
    return judged(what, "≤ " + text.apply(limit), came, came.orElse(0) <= limit, text);
  }

  static Goal atLeast(String what, double limit, OptionalDouble came, DoubleFunction<String> text) {
    return judged(what, "≥ " + text.apply(limit), came, came.orElse(0) >= limit, text);
  }

  private static Goal judged(
      String what, String aim, OptionalDouble came, boolean met, DoubleFunction<String> text) {
    return came.isEmpty()
        ? new Goal(what, aim, "–", Standing.NOT_MEASURED)
        : new Goal(what, aim, text.apply(came.getAsDouble()), met ? Standing.MET : Standing.MISSED);
  }

  /** A time in the unit that reads best. */
  static String time(double nanos) {
    if (nanos < 1_000) {
      return number(nanos) + " ns";
    }
    return nanos < 1_000_000 ? number(nanos / 1_000) + " µs" : number(nanos / 1_000_000) + " ms";
  }

  static String times(double ratio) {
    return number(ratio) + " ×";
  }

  static String bytes(double bytes) {
    return String.format(Locale.ROOT, "%,.0f B", bytes);
  }

  /** Three digits, more only before the point. */
  private static String number(double number) {
    String format =
        number >= 100 || number == Math.rint(number) ? "%,.0f" : number >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, number);
  }
}
