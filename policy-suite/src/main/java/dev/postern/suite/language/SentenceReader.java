package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceText;
import dev.postern.suite.language.PolicyTestParser.SentenceContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/** Turns a text into its sentences. One that has a mistake is left out, and told. */
final class SentenceReader {
  private final Syntax syntax;
  private final Trees trees;
  private final ExpectationReader expectations;
  private final DeclarationReader declarations;
  private final ImmutableList.Builder<Sentence> sentences = ImmutableList.builder();

  private SentenceReader(SourceText source) {
    this.syntax = new Syntax(source);
    this.trees = new Trees(syntax);
    this.expectations = new ExpectationReader(trees);
    this.declarations = new DeclarationReader(trees, expectations);
  }

  /**
   * What a text says.
   *
   * @param sentences those that are sound
   * @param problems what is wrong with the others
   */
  record Text(ImmutableList<Sentence> sentences, ImmutableList<Problem> problems) {}

  static Text read(SourceText source) {
    SentenceReader reader = new SentenceReader(source);
    PolicyTestParser.FileContext file = reader.syntax.file();
    for (int i = 0; i < file.getChildCount(); i++) {
      if (file.getChild(i) instanceof SentenceContext sentence
          && isSound(sentence)
          && !(file.getChild(i + 1) instanceof ErrorNode next
              && isCutShort(sentence, next.getSymbol()))) {
        reader.add(sentence);
      }
    }
    return new Text(reader.sentences.build(), reader.syntax.problems());
  }

  /*
   * What follows a sentence and has no meaning was to be a part of it, unless it begins a line as
   * sentences do: then it was to be the next.
   */
  static boolean isCutShort(SentenceContext sentence, Token next) {
    return next.getLine() == sentence.getStop().getLine()
        || next.getCharPositionInLine() > sentence.getStart().getCharPositionInLine();
  }

  /* The parser mends what it can; a mended sentence is not what its author wrote. */
  static boolean isSound(ParserRuleContext tree) {
    if (tree.exception != null) {
      return false;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      ParseTree child = tree.getChild(i);
      if (child instanceof ErrorNode
          || (child instanceof ParserRuleContext rule && !isSound(rule))) {
        return false;
      }
    }
    return true;
  }

  private void add(SentenceContext sentence) {
    if (sentence.importing() != null) {
      sentences.add(
          new Sentence.Import(trees.path(sentence.importing().path()), trees.place(sentence)));
    } else if (sentence.principal() != null) {
      sentences.add(declarations.principal(sentence.principal()));
    } else if (sentence.resource() != null) {
      sentences.add(declarations.resource(sentence.resource()));
    } else if (sentence.organization() != null) {
      sentences.add(declarations.organization(sentence.organization()));
    } else if (sentence.endpoint() != null) {
      sentences.add(declarations.endpoint(sentence.endpoint()));
    } else if (sentence.context() != null) {
      sentences.add(
          new Sentence.Context(
              expectations.given(sentence.context().conditions()), trees.place(sentence)));
    } else if (sentence.heading() != null) {
      String title = Words.text(sentence.heading().text().getStart());
      sentences.add(new Sentence.Heading(title, trees.place(sentence)));
    } else if (sentence.expected() != null) {
      sentences.add(expectations.expected(sentence.expected()));
    } else {
      sentences.addAll(new TableReader(syntax, trees, expectations).rows(sentence.table()));
    }
  }
}
