package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.scenario.ScenarioResult;

/**
 * A file of tests, and what came of them.
 *
 * @param name as reports call it
 * @param results in the order of the file
 */
record TestedFile(String name, ImmutableList<ScenarioResult> results) {
  /** Whether every test came out as expected. */
  boolean isAsExpected() {
    return results.stream().allMatch(ScenarioResult::isAsExpected);
  }

  /** How many could not be decided and were expected to be. */
  int errors() {
    return (int) results.stream().filter(TestedFile::isError).count();
  }

  /** How many came out otherwise than expected. */
  int failures() {
    return (int) results.stream().filter(result -> !result.isAsExpected()).count() - errors();
  }

  /** Whether a test has no decision, and not because that was expected. */
  static boolean isError(ScenarioResult result) {
    return !result.isAsExpected() && result.decision().isEmpty();
  }
}
