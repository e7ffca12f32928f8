package dev.postern.lint.report;

/** Keeps what others wrote from steering the reader's terminal. */
final class Terminal {
  private Terminal() {}

  /** The text on one line, without a character that a terminal would act upon. */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.appendCodePoint(steers(c) ? 0xFFFD : c));
    return shown.toString();
  }

  /* Half of a surrogate pair is no character at all, and cannot be written. */
  private static boolean steers(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE;
  }
}
