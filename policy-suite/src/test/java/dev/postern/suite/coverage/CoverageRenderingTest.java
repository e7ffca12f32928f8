package dev.postern.suite.coverage;

import static dev.postern.suite.Fixtures.text;
import static dev.postern.suite.Fixtures.withoutFolder;
import static dev.postern.suite.coverage.Watching.policy;
import static dev.postern.suite.coverage.Watching.request;
import static dev.postern.suite.coverage.Watching.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorizer;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyType;
import dev.postern.suite.Fixtures;
import org.junit.jupiter.api.Test;

final class CoverageRenderingTest {
  private static final SuiteCoverage REPORTS =
      SuiteCoverage.of(
          Fixtures.reports().stream()
              .map(scenario -> scenario.run(Authorizer.standard()))
              .toList());

  @Test
  void the_table_lists_what_is_not_covered() {
    assertThat(withoutFolder(REPORTS.toText())).isEqualTo(text("coverage/uncovered.txt"));
  }

  @Test
  void the_whole_table_lists_all_parts() {
    assertThat(withoutFolder(REPORTS.toWholeText())).isEqualTo(text("coverage/whole.txt"));
  }

  @Test
  void the_json_holds_all_parts() {
    assertThat(withoutFolder(REPORTS.toJson()) + "\n").isEqualTo(text("coverage/coverage.json"));
  }

  @Test
  void without_policies_all_of_nothing_is_covered() {
    assertThat(new SuiteCoverage(ImmutableList.of()).toText())
        .isEqualTo(
            """
            covered  parts  place  state  decisive  matched  reached
              100 %    0/0                                            all policies
            """);
  }

  @Test
  void what_a_terminal_would_act_upon_is_made_visible() {
    SuiteCoverage coverage =
        SuiteCoverage.of(
            ImmutableList.of(
                result(
                    request("s3:GetObject arn:aws:s3:::a/1"),
                    PolicySet.EMPTY.withIdentity(
                        policy(
                            "a\u001B[31m\u202E.json",
                            PolicyType.IDENTITY,
                            "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}")))));

    assertThat(coverage.toText()).contains("a\uFFFD[31m\uFFFD.json (identity-based policy)");
  }
}
