package dev.postern.suite.coverage;

import com.google.common.collect.ImmutableList;
import dev.postern.suite.Share;
import dev.postern.suite.TestedPolicy;

/**
 * What tests had to do with one policy.
 *
 * @param policy the policy
 * @param statements its statements, in their order
 */
public record PolicyCoverage(TestedPolicy policy, ImmutableList<StatementCoverage> statements) {

  /** The parts that tests covered. */
  public Share share() {
    return statements.stream().map(StatementCoverage::share).reduce(Share.NONE, Share::plus);
  }

  /** For people: the file and the type. */
  public String title() {
    return policy.title() + " (" + policy.type().kind().displayName() + ")";
  }
}
