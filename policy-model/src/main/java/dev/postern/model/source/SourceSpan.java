package dev.postern.model.source;

import org.jspecify.annotations.Nullable;

/**
 * The place of one node: from {@code startOffset} up to, not including, {@code endOffset} of a
 * text, under a JSON pointer. Lines and columns are counted only when somebody asks.
 */
public record SourceSpan(SourceText source, JsonPointer pointer, int startOffset, int endOffset) {

  /** The first character. */
  public SourcePosition start() {
    return source.position(startOffset);
  }

  /** The place just behind the last character. */
  public SourcePosition end() {
    return source.position(endOffset);
  }

  /** What stands here, to the letter. */
  public String text() {
    return source.text().substring(startOffset, endOffset);
  }

  /** A part of this span under the same pointer; both offsets count from this span's start. */
  public SourceSpan part(int from, int to) {
    return new SourceSpan(source, pointer, startOffset + from, startOffset + to);
  }

  /** Whether the two cover the same characters of the same text. */
  public boolean covers(SourceSpan other) {
    return source == other.source
        && startOffset == other.startOffset
        && endOffset == other.endOffset;
  }

  /* Written out: spans are compared by the thousand, and a record's own comparison is made at run time. */
  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof SourceSpan other
        && startOffset == other.startOffset
        && endOffset == other.endOffset
        && pointer.equals(other.pointer)
        && source.equals(other.source);
  }

  @Override
  public int hashCode() {
    return (pointer.hashCode() * 31 + startOffset) * 31 + endOffset;
  }

  /** {@code file:line:column (pointer)}, without a pointer where there is none. */
  @Override
  public String toString() {
    String place = source.name() + ":" + start();
    return pointer.equals(JsonPointer.NONE) ? place : place + " (" + pointer.describe() + ")";
  }
}
