package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;
import dev.postern.suite.language.PolicyTestParser.PathContext;
import dev.postern.suite.language.PolicyTestParser.PathsContext;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;

/** What all trees have in common: words, lists of them, and places. */
final class Trees {
  private final Syntax syntax;

  Trees(Syntax syntax) {
    this.syntax = syntax;
  }

  ImmutableList<Located<String>> paths(PathsContext tree) {
    return all(tree.path(), this::path);
  }

  Located<String> path(PathContext tree) {
    return located(tree);
  }

  /** The one word that a rule consists of. */
  Located<String> located(ParserRuleContext tree) {
    return syntax.places().at(tree.getStart(), Words.text(tree.getStart()));
  }

  SourceSpan place(ParserRuleContext tree) {
    return syntax.places().of(tree);
  }

  /** A word that means nothing in its place. */
  void wrong(SourceSpan span, String message, String help) {
    syntax.add(new Problem(ProblemCode.POLICYTEST_VALUE, span, message, help));
  }

  static <T, U> ImmutableList<U> all(List<T> trees, Function<T, U> reading) {
    return trees.stream().map(reading).collect(ImmutableList.toImmutableList());
  }
}
