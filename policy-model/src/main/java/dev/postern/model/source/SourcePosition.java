package dev.postern.model.source;

/**
 * A point in a text: the line counted from 1, the column and the offset counted from 0, both in
 * UTF-16 units as Java counts them. These are the conventions of Access Analyzer's findings.
 */
public record SourcePosition(int line, int column, int offset) {
  /** {@code line:column} as editors and compilers print it, both counted from 1. */
  @Override
  public String toString() {
    return line + ":" + (column + 1);
  }
}
