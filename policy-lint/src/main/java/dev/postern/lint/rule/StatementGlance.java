package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.ActionPattern;
import dev.postern.model.ResourceElement.Resource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.function.Function;

/**
 * What can be seen of a statement at a glance, by which most pairs of statements are told apart
 * before {@link StatementInclusion} makes them ready to be compared.
 *
 * @param statement the statement
 * @param actions how its actions begin
 * @param resources how its resources begin
 */
record StatementGlance(Statement statement, Heads actions, Heads resources) {

  static StatementGlance of(Statement statement) {
    return new StatementGlance(
        statement,
        statement.action().value() instanceof Action action
            ? Heads.of(action.patterns(), ActionPattern::text)
            : Heads.UNKNOWN,
        statement.resource().value() instanceof Resource resource
            ? Heads.of(resource.patterns(), ResourcePattern::text)
            : Heads.UNKNOWN);
  }

  /**
   * How the patterns of an element begin.
   *
   * @param first the first of them as it was written; nothing where none is known
   * @param heads each up to its first wildcard or variable
   */
  record Heads(ImmutableList<String> first, ImmutableList<String> heads) {
    private static final Heads UNKNOWN = new Heads(ImmutableList.of(), ImmutableList.of());

    private static <T> Heads of(ImmutableList<Located<T>> patterns, Function<T, String> text) {
      if (patterns.isEmpty()) {
        return UNKNOWN;
      }
      ImmutableList.Builder<String> heads = ImmutableList.builder();
      for (Located<T> pattern : patterns) {
        heads.add(ArnForm.head(text.apply(pattern.value())));
      }
      return new Heads(ImmutableList.of(text.apply(patterns.get(0).value())), heads.build());
    }

    /* A pattern covers only what begins as it does; letter case matters in some places only. */
    private boolean mayCover(Heads others) {
      if (first.isEmpty() || others.first.isEmpty()) {
        return true;
      }
      String narrow = others.first.get(0);
      for (String head : heads) {
        if (narrow.regionMatches(true, 0, head, 0, head.length())) {
          return true;
        }
      }
      return false;
    }
  }

  /** Whether it may cover the other one; if not, it certainly does not. */
  boolean mayCover(StatementGlance other) {
    return statement.isAllow() == other.statement.isAllow()
        && (statement.condition().value().conditions().isEmpty()
            || !other.statement.condition().value().conditions().isEmpty())
        && actions.mayCover(other.actions)
        && resources.mayCover(other.resources);
  }
}
