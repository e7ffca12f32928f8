package dev.postern.suite.language;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.source.Located;
import org.antlr.v4.runtime.Token;

/** How words are written: bare, or in quotes. */
final class Words {
  private static final CharMatcher NEED_QUOTES =
      CharMatcher.anyOf("\"|,=[]").or(CharMatcher.whitespace()).or(CharMatcher.inRange('\0', ' '));

  /** The words that mean something of their own. */
  private static final ImmutableSet<String> KEYWORDS = keywords();

  private Words() {}

  /** Whether a word stands in quotes. */
  static boolean isQuoted(Located<String> word) {
    return word.span().text().startsWith("\"");
  }

  /** What a token says. */
  static String text(Token token) {
    String text = token.getText();
    return token.getType() == PolicyTestLexer.STRING ? unquoted(text) : text;
  }

  private static String unquoted(String quoted) {
    StringBuilder text = new StringBuilder(quoted.length());
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c == '\\') {
        i++;
        char escaped = quoted.charAt(i);
        text.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** A text as it is written: bare where that says the same. */
  static String written(String text) {
    boolean bare =
        !text.isEmpty()
            && text.charAt(0) != '#'
            && NEED_QUOTES.matchesNoneOf(text)
            && !KEYWORDS.contains(text);
    return bare ? text : quoted(text);
  }

  /** A text in quotes. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static ImmutableSet<String> keywords() {
    ImmutableSet.Builder<String> words = ImmutableSet.builder();
    for (int type = 1; type <= PolicyTestLexer.VOCABULARY.getMaxTokenType(); type++) {
      String literal = PolicyTestLexer.VOCABULARY.getLiteralName(type);
      if (literal != null) {
        words.add(literal.substring(1, literal.length() - 1));
      }
    }
    return words.build();
  }
}
