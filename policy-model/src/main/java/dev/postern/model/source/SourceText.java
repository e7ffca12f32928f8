package dev.postern.model.source;

import java.util.Arrays;

/** A text and the name it is known by: a file's path, or {@code <stdin>}. */
public final class SourceText {
  private final String name;
  private final String text;
  private final int firstLine;
  // Counted on first use and idempotent, so a race costs a second count and nothing else.
  private volatile int[] lineStarts = {};

  private SourceText(String name, String text, int firstLine) {
    this.name = name;
    this.text = text;
    this.firstLine = firstLine;
  }

  /**
   * A text under a name.
   *
   * @param name what errors call it: a path, or a name in angle brackets
   * @param text the whole text
   */
  public static SourceText of(String name, String text) {
    return new SourceText(name, text, 1);
  }

  /**
   * A part of a longer text that is read by itself, such as a line of JSON lines.
   *
   * @param name what errors call the longer text
   * @param text the part; it begins at the start of a line
   * @param firstLine the number of that line in the longer text, counted from 1
   */
  public static SourceText part(String name, String text, int firstLine) {
    return new SourceText(name, text, firstLine);
  }

  /** What errors call this text. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The whole text as a span under the root pointer. */
  public SourceSpan whole() {
    return new SourceSpan(this, JsonPointer.ROOT, 0, text.length());
  }

  /** Line and column of an offset from 0 to the text's length. */
  public SourcePosition position(int offset) {
    int[] starts = lineStarts();
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourcePosition(line + firstLine, offset - starts[line], offset);
  }

  /** Line {@code number}, counted from 1, without its line break. */
  public String line(int number) {
    int[] starts = lineStarts();
    int index = number - firstLine;
    int start = starts[index];
    int end = index + 1 < starts.length ? starts[index + 1] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known.length == 0) {
      known = countLines();
      lineStarts = known;
    }
    return known;
  }

  /* A line ends at LF, at CR LF, or at a CR alone, as Jackson counts them. */
  private int[] countLines() {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  @Override
  public String toString() {
    return name;
  }
}
