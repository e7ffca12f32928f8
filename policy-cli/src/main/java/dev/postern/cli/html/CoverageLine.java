package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.postern.cli.html.CoverageMark.Look;
import dev.postern.cli.html.FrameLine.Mark;
import dev.postern.cli.html.FrameLine.Piece;
import dev.postern.model.source.SourceSpan;
import java.util.Arrays;

/**
 * A line of a policy with the parts that are on it.
 *
 * @param number as editors count
 * @param statement the look of the statement that the line belongs to, of several the worst; empty
 *     outside of statements
 * @param runs the line, cut where marks begin and end
 * @param labels what is said behind it: of each statement that begins here, and of each part that
 *     begins here and that tests did not cover
 */
record CoverageLine(
    int number, String statement, ImmutableList<Run> runs, ImmutableList<CoverageMark> labels) {

  /**
   * Some of a line under the same marks.
   *
   * @param marks one or none
   * @param pieces what stands there
   */
  record Run(ImmutableList<CoverageMark> marks, ImmutableList<Piece> pieces) {}

  /** A part and where it stands. */
  record Marked(SourceSpan span, CoverageMark mark, boolean isStatement) {
    private boolean covers(int offset) {
      return span.startOffset() <= offset && offset < span.endOffset();
    }

    private boolean beginsIn(int from, int to) {
      return from <= span.startOffset() && span.startOffset() < to;
    }
  }

  /** The part of a line that lies between two offsets of its text. */
  static CoverageLine of(SourceLine line, int from, int to, ImmutableList<Marked> marked) {
    int start = Math.max(from, line.start());
    int end = Math.min(to, line.start() + line.text().length());
    ImmutableList<Marked> here =
        marked.stream()
            .filter(each -> each.span().startOffset() < end && each.span().endOffset() > start)
            .collect(ImmutableList.toImmutableList());
    String statement =
        here.stream()
            .filter(Marked::isStatement)
            .map(each -> each.mark().look())
            .max(Look::compareTo)
            .map(Look::css)
            .orElse("");
    ImmutableList<CoverageMark> labels =
        here.stream()
            .filter(each -> each.beginsIn(start, end))
            .filter(each -> each.isStatement() || !each.mark().look().isCovered())
            .map(Marked::mark)
            .collect(ImmutableList.toImmutableList());
    return new CoverageLine(line.number(), statement, runs(line, start, end, here), labels);
  }

  private static ImmutableList<Run> runs(
      SourceLine line, int start, int end, ImmutableList<Marked> here) {
    ImmutableList.Builder<Run> runs = ImmutableList.builder();
    Ink[] inks = Ink.of(line.text());
    Mark[] plain = new Mark[inks.length];
    Arrays.fill(plain, Mark.NONE);
    int from = start;
    while (from < end) {
      int mark = at(here, from);
      int to = from + 1;
      while (to < end && at(here, to) == mark) {
        to++;
      }
      runs.add(
          new Run(
              mark < 0 ? ImmutableList.of() : ImmutableList.of(here.get(mark).mark()),
              FrameLine.cut(line.text(), inks, plain, from - line.start(), to - line.start())));
      from = to;
    }
    return runs.build();
  }

  /* The part at an offset, if there is one; no two parts of a policy overlap. */
  private static int at(ImmutableList<Marked> here, int offset) {
    return Iterables.indexOf(here, each -> !each.isStatement() && each.covers(offset));
  }
}
