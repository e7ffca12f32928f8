package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceText;
import dev.postern.suite.language.PolicyTestParser.SentenceContext;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Lays out policy tests: a sentence a line, or a clause a line where the line would be too long;
 * clauses and tables in columns; comments where they were. Nothing that is said changes.
 */
public final class PolicyTestFormatter {
  private PolicyTestFormatter() {}

  /**
   * A text laid out.
   *
   * @param text what was laid out; empty if there are problems
   * @param problems why the text is no policy test; empty if it is
   */
  public record Formatted(String text, ImmutableList<Problem> problems) {}

  /** Lays out a text. */
  public static Formatted format(SourceText source) {
    Syntax syntax = new Syntax(source);
    List<SentenceContext> sentences = syntax.file().sentence();
    if (!syntax.problems().isEmpty()) {
      return new Formatted("", syntax.problems());
    }
    Tokens tokens = syntax.tokens();
    Layout layout = new Layout(tokens);
    Token last = null;
    for (SentenceContext sentence : sentences) {
      layout.between(last, sentence.getStart());
      layout.sentence(sentence);
      last = sentence.getStop();
    }
    layout.between(last, tokens.end());
    return new Formatted(layout.text(), ImmutableList.of());
  }
}
