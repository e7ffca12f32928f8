package dev.postern.cli;

/**
 * Keeps what others wrote from steering the reader's terminal: control characters, and characters
 * that turn the writing direction or that nobody sees.
 */
final class Visible {
  private Visible() {}

  /** The text on one line, such characters replaced. */
  static String line(String text) {
    return shown(text, false);
  }

  /** The text on as many lines as it has, such characters replaced. */
  static String lines(String text) {
    return shown(text, true);
  }

  private static String shown(String text, boolean keepsLines) {
    StringBuilder shown = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' && keepsLines) {
        shown.append('\n');
      } else {
        shown.appendCodePoint(isActedUpon(c) ? '\uFFFD' : c);
      }
    }
    return shown.toString();
  }

  /** The same JSON text, such characters written as escapes. In JSON they stand in strings only. */
  static String json(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c != '\n' && isActedUpon(c)) {
        for (char unit : Character.toChars(c)) {
          escaped.append(String.format("\\u%04X", (int) unit));
        }
      } else {
        escaped.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return escaped.toString();
  }

  private static boolean isActedUpon(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE;
  }
}
