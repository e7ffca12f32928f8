package dev.postern.cli.html;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.LintResult.TypeSource;
import dev.postern.lint.Subject;
import dev.postern.lint.Suppressed;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A policy, or one of the linter's settings, as the page shows it.
 *
 * @param anchor what links to it name
 * @param result what the linter has to say about it
 * @param tally its findings, counted
 */
record PolicyPart(String anchor, LintResult result, Tally tally) {

  static PolicyPart of(String anchor, LintResult result) {
    return new PolicyPart(anchor, result, Tally.of(ImmutableList.of(result)));
  }

  /** The file's name; in a file of several policies, with what tells this one from others. */
  String name() {
    String title = result.policy().map(Subject.Policy::title).orElse("");
    return title.isEmpty() ? result.source().name() : result.source().name() + ": " + title;
  }

  /** What it was read as. */
  String type() {
    return result
        .policy()
        .map(
            policy ->
                policy
                    .type()
                    .resourceType()
                    .map(resource -> policy.type().kind().displayName() + " of " + resource)
                    .orElse(policy.type().kind().displayName()))
        .orElse("setting of the linter");
  }

  boolean isGuessed() {
    return result.policy().filter(policy -> policy.typeSource() == TypeSource.GUESSED).isPresent();
  }

  /** Whether the page has anything to tell but that it was looked at. */
  boolean hasFindings() {
    return !result.findings().isEmpty() || !result.suppressed().isEmpty();
  }

  /** Its findings by place, suppressed ones among them; made as they are asked for. */
  Iterable<FindingPart> findings() {
    ImmutableList<Finding> all =
        Stream.concat(
                result.findings().stream(), result.suppressed().stream().map(Suppressed::finding))
            .sorted(Comparator.comparingInt(finding -> finding.span().startOffset()))
            .collect(ImmutableList.toImmutableList());
    return () -> IntStream.range(0, all.size()).mapToObj(i -> part(i + 1, all.get(i))).iterator();
  }

  private FindingPart part(int number, Finding finding) {
    return FindingPart.of(anchor + "-" + number, finding, reasons(finding));
  }

  private ImmutableList<String> reasons(Finding finding) {
    return result.suppressed().stream()
        .filter(suppressed -> suppressed.finding() == finding)
        .map(Suppressed::reason)
        .collect(ImmutableList.toImmutableList());
  }
}
