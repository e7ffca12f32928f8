package dev.postern.suite.language;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import dev.postern.suite.language.PolicyTestParser.SentenceContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** A text that grows sentence by sentence. */
final class Layout {
  /** A longer sentence is broken at its clauses. */
  private static final int WIDTH = 100;

  private static final String INDENT = "  ";

  private final Tokens tokens;
  private final StringBuilder text = new StringBuilder();
  private boolean belowHeading;

  Layout(Tokens tokens) {
    this.tokens = tokens;
  }

  String text() {
    return text.toString();
  }

  /** The comments between two sentences, and the empty line that sets them apart. */
  void between(@Nullable Token last, Token next) {
    boolean heading = next.getText().equals("test");
    String indent = belowHeading && !heading && isExpectation(next) ? INDENT : "";
    boolean first = true;
    for (Token comment : tokens.comments(last, next)) {
      if (tokens.isTrailing(comment, last)) {
        text.setLength(text.length() - 1);
        text.append(INDENT).append(trimmed(comment)).append('\n');
      } else {
        line(tokens.isApart(comment) || (first && heading), indent + trimmed(comment));
        first = false;
      }
    }
    if (next.getType() != Token.EOF && (tokens.isApart(next) || (first && heading))) {
      apart();
    }
  }

  private static boolean isExpectation(Token start) {
    return switch (start.getText()) {
      case "allow", "deny", "explicitly", "implicitly", "|" -> true;
      default -> false;
    };
  }

  void sentence(SentenceContext sentence) {
    if (sentence.table() != null) {
      new TableLayout(tokens, belowHeading ? INDENT : "")
          .rows(sentence.table())
          .forEach(this::line);
      return;
    }
    if (sentence.heading() != null) {
      belowHeading = true;
    }
    String indent = belowHeading && sentence.expected() != null ? INDENT : "";
    List<ParserRuleContext> clauses = clauses(sentence);
    String whole = indent + words(sentence.getStart(), sentence.getStop());
    boolean commented = !tokens.comments(sentence.getStart(), sentence.getStop()).isEmpty();
    boolean declares = sentence.expected() == null && !clauses.isEmpty();
    if (!commented && !declares && whole.length() <= WIDTH) {
      line(whole);
    } else {
      clauseByClause(sentence, clauses, indent);
    }
  }

  private static List<ParserRuleContext> clauses(SentenceContext sentence) {
    if (sentence.principal() != null) {
      return List.copyOf(sentence.principal().principalClause());
    }
    if (sentence.resource() != null) {
      return List.copyOf(sentence.resource().resourceClause());
    }
    if (sentence.organization() != null) {
      return List.copyOf(sentence.organization().organizationClause());
    }
    return sentence.expected() == null
        ? ImmutableList.of()
        : List.copyOf(sentence.expected().expectedClause());
  }

  private void clauseByClause(
      SentenceContext sentence, List<ParserRuleContext> clauses, String indent) {
    int keyword = sentence.expected() != null ? 0 : longestKeyword(clauses);
    Token start = sentence.getStart();
    Token stop = clauses.isEmpty() ? sentence.getStop() : tokens.before(clauses.get(0).getStart());
    piece(start, stop, indent, words(start, stop));
    Token last = stop;
    for (ParserRuleContext clause : clauses) {
      for (Token comment : tokens.comments(last, clause.getStart())) {
        if (tokens.isTrailing(comment, last)) {
          text.setLength(text.length() - 1);
          text.append(INDENT).append(trimmed(comment)).append('\n');
        } else {
          line(indent + INDENT + trimmed(comment));
        }
      }
      Token first = clause.getStart();
      String rest = first == clause.getStop() ? "" : words(tokens.after(first), clause.getStop());
      String padded =
          rest.isEmpty() ? first.getText() : Strings.padEnd(first.getText(), keyword, ' ');
      String words = rest.isEmpty() ? padded : padded + " " + rest;
      piece(first, clause.getStop(), indent + INDENT, words);
      last = clause.getStop();
    }
  }

  /* A comment in the midst of a clause goes to the end of its line; of several, each on a line. */
  private void piece(Token first, Token last, String indent, String words) {
    ImmutableList<Token> comments = tokens.comments(first, last);
    for (int i = 0; i < comments.size() - 1; i++) {
      line(indent + trimmed(comments.get(i)));
    }
    line(
        comments.isEmpty()
            ? indent + words
            : indent + words + INDENT + trimmed(comments.get(comments.size() - 1)));
  }

  private static int longestKeyword(List<ParserRuleContext> clauses) {
    return clauses.stream().mapToInt(c -> c.getStart().getText().length()).max().orElse(0);
  }

  private String words(Token first, Token last) {
    return words(tokens.meaning(first, last));
  }

  /** Words with a blank between them, but for commas and brackets. */
  static String words(List<Token> all) {
    StringBuilder words = new StringBuilder();
    int before = PolicyTestLexer.OPEN;
    for (Token token : all) {
      boolean close =
          before == PolicyTestLexer.OPEN
              || token.getType() == PolicyTestLexer.COMMA
              || token.getType() == PolicyTestLexer.CLOSE;
      words.append(close ? "" : " ").append(token.getText());
      before = token.getType();
    }
    return words.toString();
  }

  static String trimmed(Token comment) {
    return CharMatcher.whitespace().trimTrailingFrom(comment.getText());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void line(boolean apart, String line) {
    if (apart) {
      apart();
    }
    line(line);
  }

  private void apart() {
    if (text.length() > 0 && !endsApart()) {
      text.append('\n');
    }
  }

  private boolean endsApart() {
    int length = text.length();
    return length > 1 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
  }
}
