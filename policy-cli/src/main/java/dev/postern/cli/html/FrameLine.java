package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.SourceSpan;
import java.util.Arrays;

/**
 * A line of a policy.
 *
 * @param number as editors count; empty where lines are left out
 * @param standing whether a place of several lines takes it in
 * @param pieces the line, or the part of a long one that is shown
 */
record FrameLine(String number, Standing standing, ImmutableList<Piece> pieces) {
  /** What is shown of a longer line, around the place: minified documents are one line. */
  private static final int WIDTH = 240;

  /**
   * A part of a line that is shown in one way.
   *
   * @param text what stands there
   * @param ink what it is in JSON
   * @param mark whether it is what was found
   */
  record Piece(String text, Ink ink, Mark mark) {}

  /** Where a line is as seen from what was found. */
  enum Standing {
    /** It may hold the place, as marks say. */
    AROUND,
    /** The place has several lines, and this is one. */
    WITHIN
  }

  /** What a piece has to do with the finding. */
  enum Mark {
    NONE,
    /** It is what was found. */
    FOUND,
    /** It belongs to what was found. */
    RELATED
  }

  /** A line in place of some. */
  static FrameLine leftOut(int lines) {
    String count = "… " + Tally.counted(lines, "more line");
    return new FrameLine(
        "", Standing.WITHIN, ImmutableList.of(new Piece(count, Ink.CUT, Mark.NONE)));
  }

  /**
   * A line and, marked, what stands on it alone. Of a long one, what is around the offset {@code
   * place}; its beginning, if that is elsewhere.
   */
  static FrameLine of(
      SourceLine line,
      int place,
      Standing standing,
      ImmutableList<SourceSpan> found,
      ImmutableList<SourceSpan> related) {
    String text = line.text();
    Ink[] inks = Ink.of(text);
    Mark[] marks = new Mark[text.length()];
    Arrays.fill(marks, Mark.NONE);
    related.forEach(span -> mark(marks, Mark.RELATED, span, line));
    found.forEach(span -> mark(marks, Mark.FOUND, span, line));
    int from = 0;
    int to = text.length();
    if (to > WIDTH) {
      int column = place - line.start();
      boolean here = column >= 0 && column <= to;
      from = here ? Math.max(0, Math.min(column - WIDTH / 3, to - WIDTH)) : 0;
      to = from + WIDTH;
    }
    ImmutableList.Builder<Piece> pieces = ImmutableList.builder();
    pieces.addAll(pieces(text, inks, marks, from, to));
    if (found.stream().anyMatch(span -> span.startOffset() == line.start() + text.length())) {
      // Something is missing at the end of the line: a blank that can be marked.
      pieces.add(new Piece(" ", Ink.PLAIN, Mark.FOUND));
    }
    return new FrameLine(Integer.toString(line.number()), standing, pieces.build());
  }

  private static void mark(Mark[] marks, Mark mark, SourceSpan span, SourceLine line) {
    if (span.source() != line.source()) {
      return;
    }
    // Where nothing stands, the character behind the place shows it.
    int from = span.startOffset() - line.start();
    int to = Math.max(span.endOffset() - line.start(), from + 1);
    if (from >= 0 && to <= marks.length) {
      Arrays.fill(marks, from, to, mark);
    }
  }

  private static ImmutableList<Piece> pieces(
      String line, Ink[] inks, Mark[] marks, int from, int to) {
    ImmutableList.Builder<Piece> pieces = ImmutableList.builder();
    if (from > 0) {
      pieces.add(new Piece("…", Ink.CUT, Mark.NONE));
    }
    pieces.addAll(cut(line, inks, marks, from, to));
    if (to < line.length()) {
      pieces.add(new Piece("…", Ink.CUT, Mark.NONE));
    }
    return pieces.build();
  }

  /** A part of a line, cut where ink or mark changes. */
  static ImmutableList<Piece> cut(String line, Ink[] inks, Mark[] marks, int from, int to) {
    ImmutableList.Builder<Piece> pieces = ImmutableList.builder();
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || inks[i] != inks[start] || marks[i] != marks[start]) {
        pieces.add(new Piece(line.substring(start, i), inks[start], marks[start]));
        start = i;
      }
    }
    return pieces.build();
  }
}
