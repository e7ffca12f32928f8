package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import dev.postern.suite.Share;
import dev.postern.suite.coverage.SuiteCoverage;
import java.util.stream.IntStream;

/**
 * All that the page of coverage says.
 *
 * @param share the parts that tests covered
 * @param policies the policies, in the order in which tests attached them
 */
record CoveragePage(Share share, ImmutableList<CoveragePart> policies) {

  static CoveragePage of(SuiteCoverage coverage) {
    return new CoveragePage(
        coverage.share(),
        IntStream.range(0, coverage.policies().size())
            .mapToObj(i -> CoveragePart.of("policy-" + (i + 1), coverage.policies().get(i)))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The whole in a sentence. */
  String headline() {
    return "tests cover "
        + share.percent()
        + " %: "
        + share.part()
        + " of "
        + Tally.counted(share.whole(), "part")
        + " of "
        + Tally.counted(policies.size(), "policy");
  }

  /** Statements that never matched. */
  int unmatched() {
    return policies.stream().mapToInt(CoveragePart::unmatched).sum();
  }

  /** Entries that tests did not cover. */
  int untouched() {
    return policies.stream().mapToInt(CoveragePart::untouched).sum();
  }

  /** Conditions of which a side is not shown. */
  int oneSided() {
    return policies.stream().mapToInt(CoveragePart::oneSided).sum();
  }
}
