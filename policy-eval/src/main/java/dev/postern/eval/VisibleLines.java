package dev.postern.eval;

/**
 * Text of several lines. What an author wrote, a Sid or a tag, neither ends a line nor steers the
 * reader's terminal.
 */
final class VisibleLines {
  private final StringBuilder text = new StringBuilder();

  /** One line. */
  void line(String line) {
    line.codePoints().map(c -> isActedUpon(c) ? '\uFFFD' : c).forEach(text::appendCodePoint);
    text.append('\n');
  }

  /** Several lines, each ended by a line feed, that are visible already. */
  void lines(String lines) {
    text.append(lines);
  }

  private static boolean isActedUpon(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
