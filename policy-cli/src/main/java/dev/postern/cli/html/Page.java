package dev.postern.cli.html;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import dev.postern.lint.Finding;
import dev.postern.lint.LintResult;
import dev.postern.lint.RuleFault;
import dev.postern.lint.Suppressed;
import dev.postern.lint.rule.RuleInfo;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All that the page says.
 *
 * @param tally all findings, counted
 * @param policies what was linted, in the order given
 * @param rules those that found something, the busiest first
 * @param faults rules that failed
 */
record Page(
    Tally tally,
    ImmutableList<PolicyPart> policies,
    ImmutableList<RulePart> rules,
    ImmutableList<RuleFault> faults) {

  static Page of(ImmutableList<LintResult> results) {
    return new Page(
        Tally.of(results),
        IntStream.range(0, results.size())
            .mapToObj(i -> PolicyPart.of("policy-" + (i + 1), results.get(i)))
            .collect(ImmutableList.toImmutableList()),
        rules(results),
        results.stream()
            .flatMap(result -> result.faults().stream())
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<RulePart> rules(ImmutableList<LintResult> results) {
    Map<String, RuleInfo> infos = new TreeMap<>();
    Multiset<String> found = HashMultiset.create();
    Multiset<String> suppressed = HashMultiset.create();
    for (LintResult result : results) {
      for (Finding finding : result.findings()) {
        infos.put(finding.rule().id(), finding.rule());
        found.add(finding.rule().id());
      }
      for (Suppressed each : result.suppressed()) {
        infos.put(each.finding().rule().id(), each.finding().rule());
        suppressed.add(each.finding().rule().id());
      }
    }
    return infos.values().stream()
        .map(info -> new RulePart(info, found.count(info.id()), suppressed.count(info.id())))
        .sorted(Comparator.comparingInt(RulePart::total).reversed())
        .collect(ImmutableList.toImmutableList());
  }

  /** Those of which there is something to tell. */
  ImmutableList<PolicyPart> policiesWithFindings() {
    return policies.stream()
        .filter(PolicyPart::hasFindings)
        .collect(ImmutableList.toImmutableList());
  }

  /** The whole in a sentence. */
  String headline() {
    return tally.words()
        + " in "
        + Tally.counted(policies.size(), "policy")
        + (tally.suppressed() == 0 ? "" : ", " + tally.suppressed() + " suppressed");
  }
}
