package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.LintedPolicy;
import dev.postern.lint.rule.LintedPrincipal;
import dev.postern.model.json.PolicyReading;
import java.util.ArrayList;
import java.util.List;

/** One look at the policies of one principal. */
final class TogetherRun {
  private final Linter linter;
  private final JointRun joint;
  private final List<LintRun> runs = new ArrayList<>();

  TogetherRun(List<PolicyReading> readings, Linter linter) {
    this.linter = linter;
    this.joint = new JointRun(linter.ruleSet().running());
    for (PolicyReading reading : readings) {
      runs.add(joint.walk(LintedPolicy.of(reading, linter.background()), reading.problems()));
    }
    ImmutableList<LintedPolicy> policies =
        runs.stream().map(LintRun::policy).collect(ImmutableList.toImmutableList());
    if (!policies.isEmpty()) {
      joint.check(LintedPrincipal.of(policies), policies.get(0).document().source());
    }
  }

  ImmutableList<LintResult> results(List<Subject.Policy> subjects) {
    var unused = joint.distribute();
    joint.faults().forEach(fault -> runs.get(0).add(fault));
    ImmutableList.Builder<LintResult> results = ImmutableList.builder();
    for (int i = 0; i < runs.size(); i++) {
      results.add(runs.get(i).result(subjects.get(i), linter.ruleSet().choice()));
    }
    return results.build();
  }
}
