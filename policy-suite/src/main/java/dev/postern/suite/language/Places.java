package dev.postern.suite.language;

import dev.postern.model.source.JsonPointer;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;
import dev.postern.model.source.SourceText;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens stand in a text. ANTLR counts code points, a span counts UTF-16 units. */
final class Places {
  private final SourceText source;
  private final int[] offsets;

  Places(SourceText source) {
    this.source = source;
    this.offsets = offsets(source.text());
  }

  /* By code point; empty where both count alike, as in all but a few texts. */
  private static int[] offsets(String text) {
    int points = text.codePointCount(0, text.length());
    if (points == text.length()) {
      return new int[0];
    }
    int[] offsets = new int[points + 1];
    int offset = 0;
    for (int i = 0; i < points; i++) {
      offsets[i] = offset;
      offset += Character.charCount(text.codePointAt(offset));
    }
    offsets[points] = offset;
    return offsets;
  }

  private int offset(int codePoint) {
    return offsets.length == 0 ? codePoint : offsets[Math.min(codePoint, offsets.length - 1)];
  }

  SourceSpan of(Token token) {
    return between(token, token);
  }

  SourceSpan of(ParserRuleContext tree) {
    Token stop = tree.getStop();
    // What is empty ends before it starts.
    boolean empty = stop == null || stop.getTokenIndex() < tree.getStart().getTokenIndex();
    return between(tree.getStart(), empty ? tree.getStart() : stop);
  }

  /** A row without the end of its line. */
  SourceSpan of(PolicyTestParser.RowContext row) {
    int start = offset(row.getStart().getStartIndex());
    int end = row.ROW_END() == null ? start : offset(row.ROW_END().getSymbol().getStartIndex() + 1);
    return new SourceSpan(source, JsonPointer.NONE, start, end);
  }

  private SourceSpan between(Token first, Token last) {
    int start = offset(first.getStartIndex());
    // The end of the text is a token that stops before it starts.
    int end = Math.max(start, offset(last.getStopIndex() + 1));
    return new SourceSpan(source, JsonPointer.NONE, start, end);
  }

  <T> Located<T> at(Token token, T value) {
    return new Located<>(value, of(token));
  }
}
