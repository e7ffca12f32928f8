package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;

/**
 * Reports a problem of the reader's in the reader's own words. A row of {@link ReaderProblems}
 * makes one rule of it.
 */
record ReaderProblem(RuleInfo info, ImmutableSet<ProblemCode> codes) implements ProblemRule {

  static ReaderProblem of(RuleInfo info, ProblemCode... codes) {
    return new ReaderProblem(info, ImmutableSet.copyOf(codes));
  }

  @Override
  public void check(Problem problem, LintedPolicy policy, Findings findings) {
    findings.add(problem.span(), problem.message(), problem.help());
  }
}
