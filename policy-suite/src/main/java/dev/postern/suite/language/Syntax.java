package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceText;
import dev.postern.suite.language.PolicyTestParser.SentenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Parses a text, and says of every mistake where it stands and what would be right. */
final class Syntax {
  private final Places places;
  private final List<Problem> problems = new ArrayList<>();
  private final CommonTokenStream tokens;

  Syntax(SourceText source) {
    this.places = new Places(source);
    this.tokens = tokens(source);
  }

  /* Those included that mean nothing: every character is in some token. */
  private static CommonTokenStream tokens(SourceText source) {
    PolicyTestLexer lexer =
        new PolicyTestLexer(CharStreams.fromString(source.text(), source.name()));
    lexer.removeErrorListeners();
    return new CommonTokenStream(lexer);
  }

  /** The whole text. */
  PolicyTestParser.FileContext file() {
    return parse(tokens, PolicyTestParser::file);
  }

  /** A cell of a table, by the rule of its column. */
  <C extends ParserRuleContext> C cell(
      PolicyTestParser.CellContext cell, Token behind, Function<PolicyTestParser, C> rule) {
    List<Token> inside = new ArrayList<>();
    for (int i = cell.getStart().getTokenIndex(); i < behind.getTokenIndex(); i++) {
      inside.add(tokens.get(i));
    }
    // What is expected and not there is missed at the bar behind the cell.
    CommonToken end = new CommonToken(behind);
    end.setType(Token.EOF);
    inside.add(end);
    return parse(new CommonTokenStream(new ListTokenSource(inside)), rule);
  }

  private <C extends ParserRuleContext> C parse(
      CommonTokenStream from, Function<PolicyTestParser, C> rule) {
    PolicyTestParser parser = new PolicyTestParser(from);
    parser.removeErrorListeners();
    parser.addErrorListener(new Listener());
    return rule.apply(parser);
  }

  /** The tokens, once the text is parsed. */
  Tokens tokens() {
    return new Tokens(tokens);
  }

  /** Where things stand. */
  Places places() {
    return places;
  }

  /** What is wrong, in the order of the text. */
  ImmutableList<Problem> problems() {
    return ImmutableList.copyOf(problems);
  }

  /** Adds a mistake that the grammar does not know. */
  void add(Problem problem) {
    problems.add(problem);
  }

  private final class Listener extends BaseErrorListener {
    private @Nullable SentenceContext mistaken;

    private static @Nullable SentenceContext sentence(PolicyTestParser parser) {
      RuleContext rule = parser.getContext();
      while (rule != null && !(rule instanceof SentenceContext)) {
        rule = rule.parent;
      }
      return (SentenceContext) rule;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object offendingSymbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException e) {
      Token found = (Token) offendingSymbol;
      if (found == null) {
        throw new AssertionError("a parser names the token that it cannot take");
      }
      SentenceContext sentence = sentence((PolicyTestParser) recognizer);
      if (sentence != null && sentence == mistaken) {
        // What follows a mistake in its sentence is mostly no other one.
        return;
      }
      mistaken = sentence;
      problems.add(
          new Problem(
              ProblemCode.POLICYTEST_SYNTAX,
              places.of(found),
              Advice.found(found),
              Advice.instead((PolicyTestParser) recognizer, found, e)));
    }
  }
}
