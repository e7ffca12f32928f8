package dev.postern.model.source;

/**
 * The line an author has to look at, with a caret under the place.
 *
 * <pre>
 * error[element-wrong-case]: unknown statement element `Actions`
 *   --&gt; deploy.json:7:7 (/Statement/0/Actions)
 *  7 |       "Actions": "s3:GetObject",
 *    |       ^^^^^^^^^ did you mean `Action`?
 * </pre>
 */
public final class CodeFrame {
  /** What is shown of a longer line, around the place: minified documents are one line. */
  private static final int WIDTH = 120;

  private CodeFrame() {}

  /**
   * A title, the place, its line and a caret.
   *
   * @param title the first line
   * @param span the place shown; of a span over several lines, its first
   * @param help what stands behind the caret; may be empty
   * @return the frame, each line ended by a line feed
   */
  public static String render(String title, SourceSpan span, String help) {
    SourcePosition start = span.start();
    SourcePosition end = span.end();
    String line = span.source().line(start.line());
    int to = end.line() == start.line() ? end.column() : line.length();
    int width = Math.max(1, to - start.column());
    int cut = 0;
    if (line.length() > WIDTH) {
      cut = Math.max(0, Math.min(start.column() - WIDTH / 3, line.length() - WIDTH));
      line = line.substring(cut, Math.min(line.length(), cut + WIDTH));
      width = Math.max(1, Math.min(width, cut + WIDTH - start.column()));
    }
    String number = Integer.toString(start.line());
    StringBuilder frame = new StringBuilder(visible(title)).append('\n');
    frame.append("  --> ").append(visible(span.toString())).append('\n');
    frame.append(' ').append(number).append(" | ").append(visible(line)).append('\n');
    frame.append(" ".repeat(number.length() + 1)).append(" | ");
    frame.append(" ".repeat(start.column() - cut)).append("^".repeat(width));
    if (!help.isEmpty()) {
      frame.append(' ').append(visible(help));
    }
    return frame.append('\n').toString();
  }

  /* One column for each character, and nothing that a terminal would act upon. */
  private static String visible(String line) {
    StringBuilder shown = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      shown.append(c == '\t' ? ' ' : isActedUpon(c) ? '\uFFFD' : c);
    }
    return shown.toString();
  }

  /* FORMAT: characters that turn the writing direction, or that nobody sees. */
  private static boolean isActedUpon(char c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
  }
}
