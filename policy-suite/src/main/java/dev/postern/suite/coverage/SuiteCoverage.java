package dev.postern.suite.coverage;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.suite.Share;

/**
 * What tests had to do with each policy that they attach. Coverage says which parts of a policy
 * took part in a decision, not that a test would notice if they were wrong; {@link
 * dev.postern.suite.mutation.MutationRun} says that.
 *
 * <p>A point that AWS leaves open, or a key that is not known, counts as the decision takes it.
 *
 * @param policies the policies, in the order in which tests first attached them
 */
public record SuiteCoverage(ImmutableList<PolicyCoverage> policies) {

  /** What these tests had to do with every policy that they attach. */
  public static SuiteCoverage of(Iterable<ScenarioResult> results) {
    CoverageRecorder recorder = CoverageRecorder.ofAllPolicies();
    results.forEach(recorder::add);
    return recorder.coverage();
  }

  /** The parts that tests covered. */
  public Share share() {
    return policies.stream().map(PolicyCoverage::share).reduce(Share.NONE, Share::plus);
  }

  /** A table for people that lists, of each statement, the parts that tests did not cover. */
  public String toText() {
    return new CoverageText(false).of(this);
  }

  /** The same table with all parts. */
  public String toWholeText() {
    return new CoverageText(true).of(this);
  }

  /** One JSON object, indented. */
  public String toJson() {
    return CoverageJson.of(this);
  }
}
