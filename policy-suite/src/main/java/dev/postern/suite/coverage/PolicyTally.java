package dev.postern.suite.coverage;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.StatementOutcome;
import dev.postern.suite.TestedPolicy;
import java.util.stream.IntStream;

/** The counts of one policy as they grow. */
final class PolicyTally {
  private final TestedPolicy policy;
  private final ImmutableList<StatementTally> statements;

  PolicyTally(TestedPolicy policy) {
    this.policy = policy;
    this.statements =
        IntStream.range(0, policy.document().statementList().size())
            .mapToObj(i -> new StatementTally(i, policy.document().statementList().get(i)))
            .collect(ImmutableList.toImmutableList());
  }

  void add(StatementOutcome outcome, boolean decisive) {
    statements.get(outcome.index()).add(outcome, decisive);
  }

  PolicyCoverage coverage() {
    return new PolicyCoverage(
        policy,
        statements.stream().map(StatementTally::coverage).collect(ImmutableList.toImmutableList()));
  }
}
