package dev.postern.lint.report;

/** Keeps what others wrote from steering the reader's terminal. */
final class Terminal {
  private Terminal() {}

  /** The text on one line, without a character that a terminal would act upon. */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c ->
                shown.append(
                    Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? '\uFFFD'
                        : (char) c));
    return shown.toString();
  }
}
