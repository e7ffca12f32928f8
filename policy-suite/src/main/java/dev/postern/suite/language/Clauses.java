package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;
import java.util.HashMap;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;

/** The clauses of one sentence, by their keywords. */
final class Clauses {
  private final Trees trees;
  private final Map<String, ImmutableList<Located<String>>> said = new HashMap<>();

  Clauses(Trees trees) {
    this.trees = trees;
  }

  /** What can be said once only. */
  void once(String clause, ParserRuleContext tree, Located<String> word) {
    if (said.putIfAbsent(clause, ImmutableList.of(word)) != null) {
      trees.wrong(trees.place(tree), "`" + clause + "` is said twice", "once is enough");
    }
  }

  void all(String clause, ImmutableList<Located<String>> words) {
    said.merge(
        clause,
        words,
        (some, more) -> ImmutableList.<Located<String>>builder().addAll(some).addAll(more).build());
  }

  ImmutableList<Located<String>> of(String clause) {
    return said.getOrDefault(clause, ImmutableList.of());
  }
}
