package dev.postern.suite.mutation;

import dev.postern.model.Condition;
import dev.postern.model.ConditionElement;
import dev.postern.model.source.SourceSpan;

/** One condition, an operator with a key, is not there. */
final class RemovedCondition implements Mutator {
  @Override
  public void mutate(StatementSite site) {
    if (site.statement().condition().value() instanceof ConditionElement.Block block) {
      for (Condition condition : block.conditions()) {
        site.put(change(site, condition), Conditions.without(block, condition));
      }
    }
  }

  private static Change change(StatementSite site, Condition condition) {
    SourceSpan key = condition.key().span();
    return new Change(
        "condition-removed",
        new SourceSpan(
            key.source(), key.pointer(), key.startOffset(), condition.values().span().endOffset()),
        Conditions.title(condition) + " of " + site.name() + " is removed",
        "add a request that only this condition keeps from being " + site.done());
  }
}
