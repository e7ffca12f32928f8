package dev.postern.cli.html;

import dev.postern.model.source.SourcePosition;
import dev.postern.model.source.SourceText;
import java.util.Optional;

/**
 * A line of a text.
 *
 * @param source the text
 * @param number as editors count
 * @param start the offset of its first character
 */
record SourceLine(SourceText source, int number, int start) {

  /** The line that an offset is on. */
  static SourceLine at(SourceText source, int offset) {
    SourcePosition position = source.position(offset);
    return new SourceLine(source, position.line(), offset - position.column());
  }

  /** What it says, without its break. */
  String text() {
    return source.line(number);
  }

  /** Whether somebody wrote something on it. */
  boolean isBlank() {
    return text().isBlank();
  }

  Optional<SourceLine> previous() {
    return start == 0 ? Optional.empty() : Optional.of(at(source, start - 1));
  }

  Optional<SourceLine> next() {
    int end = start + text().length();
    String all = source.text();
    if (end == all.length()) {
      return Optional.empty();
    }
    return Optional.of(at(source, end + (all.startsWith("\r\n", end) ? 2 : 1)));
  }
}
