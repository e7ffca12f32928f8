package dev.postern.suite.language;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import org.antlr.v4.runtime.BufferedTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The tokens of a text, with what stands between those that mean something. */
final class Tokens {
  private final BufferedTokenStream stream;

  Tokens(BufferedTokenStream stream) {
    this.stream = stream;
  }

  /** The end of the text. */
  Token end() {
    return stream.get(stream.size() - 1);
  }

  /** The comments behind a token, up to another; from the start of the text if there is none. */
  ImmutableList<Token> comments(@Nullable Token after, Token before) {
    ImmutableList.Builder<Token> comments = ImmutableList.builder();
    for (int i = after == null ? 0 : after.getTokenIndex() + 1; i < before.getTokenIndex(); i++) {
      if (stream.get(i).getType() == PolicyTestLexer.COMMENT) {
        comments.add(stream.get(i));
      }
    }
    return comments.build();
  }

  /** The tokens of a stretch that mean something. */
  ImmutableList<Token> meaning(Token first, Token last) {
    return stream.get(first.getTokenIndex(), last.getTokenIndex()).stream()
        .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
        .collect(ImmutableList.toImmutableList());
  }

  /** The token behind another that means something. */
  Token after(Token token) {
    return next(token, 1);
  }

  /** The token before another that means something. */
  Token before(Token token) {
    return next(token, -1);
  }

  private Token next(Token token, int step) {
    int i = token.getTokenIndex() + step;
    while (stream.get(i).getChannel() != Token.DEFAULT_CHANNEL) {
      i += step;
    }
    return stream.get(i);
  }

  /** Whether the text has an empty line right before a token. */
  boolean isApart(Token token) {
    int breaks = 0;
    for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
      Token before = stream.get(i);
      if (before.getType() == PolicyTestLexer.ROW_END) {
        return breaks > 0;
      }
      if (before.getType() != PolicyTestLexer.BLANK) {
        return breaks > 1;
      }
      breaks += CharMatcher.is('\n').countIn(before.getText());
    }
    return false;
  }

  /** Whether a comment stands behind something on its line. */
  boolean isTrailing(Token comment, @Nullable Token after) {
    return after != null
        && after.getType() != PolicyTestLexer.ROW_END
        && comment.getLine() == after.getLine();
  }
}
