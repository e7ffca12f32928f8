package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import dev.postern.cli.html.FrameLine.Standing;
import dev.postern.model.source.SourceSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A place in a policy and the lines around it.
 *
 * @param lines from top to bottom
 */
record Frame(ImmutableList<FrameLine> lines) {
  /** Lines shown above and below the place. */
  private static final int AROUND = 2;

  /** Lines shown of the place itself. */
  private static final int WITHIN = 7;

  /** The place, those that belong to it, and what stands around it. */
  static Frame around(SourceSpan found, ImmutableList<SourceSpan> related) {
    SourceLine first = SourceLine.at(found.source(), found.startOffset());
    int end = found.end().line();
    int shown = end - first.number() < WITHIN ? end : first.number() + WITHIN - 2;
    List<SourceLine> lines = before(first);
    SourceLine last = first;
    lines.add(last);
    while (last.number() < shown && last.next().isPresent()) {
      last = last.next().get();
      lines.add(last);
    }
    if (shown == end) {
      lines.addAll(after(last));
    }
    ImmutableList.Builder<FrameLine> frame = ImmutableList.builder();
    for (SourceLine line : lines) {
      boolean within =
          first.number() < end && first.number() <= line.number() && line.number() <= end;
      frame.add(
          FrameLine.of(
              line,
              found.startOffset(),
              within ? Standing.WITHIN : Standing.AROUND,
              ImmutableList.of(found),
              related));
    }
    if (shown < end) {
      frame.add(FrameLine.leftOut(end - shown));
    }
    return new Frame(frame.build());
  }

  /** The first line of a place that belongs to another. */
  static Frame at(SourceSpan related) {
    SourceLine line = SourceLine.at(related.source(), related.startOffset());
    return new Frame(
        ImmutableList.of(
            FrameLine.of(
                line,
                related.startOffset(),
                Standing.AROUND,
                ImmutableList.of(),
                ImmutableList.of(related))));
  }

  private static List<SourceLine> before(SourceLine first) {
    List<SourceLine> lines = new ArrayList<>();
    Optional<SourceLine> line = first.previous();
    while (line.isPresent() && lines.size() < AROUND) {
      lines.add(line.get());
      line = line.get().previous();
    }
    Collections.reverse(lines);
    return lines;
  }

  private static List<SourceLine> after(SourceLine last) {
    List<SourceLine> lines = new ArrayList<>();
    Optional<SourceLine> line = last.next();
    while (line.isPresent() && lines.size() < AROUND && !line.get().isBlank()) {
      lines.add(line.get());
      line = line.get().next();
    }
    return lines;
  }

  /** Whether a line of this frame shows the beginning of a place. */
  boolean shows(SourceSpan span) {
    String number = Integer.toString(span.start().line());
    return lines.stream().anyMatch(line -> line.number().equals(number));
  }
}
