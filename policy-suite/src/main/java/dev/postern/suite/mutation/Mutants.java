package dev.postern.suite.mutation;

import com.google.common.collect.ImmutableList;
import dev.postern.suite.TestedPolicy;
import java.util.Comparator;

/** The mutants of a policy. */
final class Mutants {
  private static final ImmutableList<Mutator> ALL =
      ImmutableList.of(
          new DroppedStatement(),
          new FlippedEffect(),
          new WidenedPrincipal(),
          new WidenedAction(),
          new WidenedResource(),
          new RemovedCondition(),
          new DroppedEntry());

  private Mutants() {}

  /** Every mutant, in the order of the text. */
  static ImmutableList<Mutant> of(TestedPolicy policy) {
    ImmutableList.Builder<Mutant> mutants = ImmutableList.builder();
    for (int i = 0; i < policy.document().statementList().size(); i++) {
      StatementSite site = new StatementSite(policy, i);
      ALL.forEach(mutator -> mutator.mutate(site));
      mutants.addAll(
          ImmutableList.sortedCopyOf(
              Comparator.comparingInt(mutant -> mutant.span().startOffset()), site.mutants()));
    }
    return mutants.build();
  }
}
