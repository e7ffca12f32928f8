package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.suite.coverage.SuiteCoverage;
import dev.postern.suite.mutation.MutationResult;
import java.util.Optional;

/** What tests came to, as one text. */
sealed interface TestReport permits TestText, TestJson, TestJUnit {
  /**
   * Renders results.
   *
   * @param coverage what the tests covered, if that was asked for
   * @param mutation what they would notice, if that was asked for
   * @param coloured whether a terminal shows it
   */
  String render(
      ImmutableList<TestedFile> files,
      Optional<SuiteCoverage> coverage,
      Optional<MutationResult> mutation,
      boolean coloured);

  /** The report of a format. */
  static TestReport named(String format) {
    return switch (format) {
      case "json" -> new TestJson();
      case "junit" -> new TestJUnit();
      default -> new TestText();
    };
  }
}
