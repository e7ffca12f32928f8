package dev.postern.suite.mutation;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.scenario.Scenario;
import dev.postern.suite.Share;

/**
 * Which changes of the policies the tests would notice.
 *
 * <p>A mutant that no test notices is a question, not always a fault: some changes make no
 * difference to any request, such as an entry dropped that another one covers, and nothing here
 * tells those apart.
 *
 * @param outcomes every mutant: policies in the order in which tests first attach them, in each the
 *     changes in the order of its text
 * @param without the tests that could notice nothing, because they expect nothing or come out
 *     otherwise than expected already
 */
public record MutationResult(
    ImmutableList<MutantOutcome> outcomes, ImmutableList<Scenario> without) {

  /** The mutants that tests noticed, of all. */
  public Share share() {
    int noticed = (int) outcomes.stream().filter(MutantOutcome::isNoticed).count();
    return new Share(noticed, outcomes.size());
  }

  /** The mutants that no test noticed. */
  public ImmutableList<Mutant> survivors() {
    return outcomes.stream()
        .filter(outcome -> !outcome.isNoticed())
        .map(MutantOutcome::mutant)
        .collect(ImmutableList.toImmutableList());
  }

  /** The survivors for people, each with its place and with what to test, and a summary. */
  public String toText() {
    return MutationText.of(this);
  }

  /** One JSON object, indented. */
  public String toJson() {
    return MutationJson.of(this);
  }
}
