package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;

/** A rule that reports what the reader found. */
public non-sealed interface ProblemRule extends Rule {
  /** The problems that it reports. */
  ImmutableSet<ProblemCode> codes();

  /** Called for each problem of these codes. */
  void check(Problem problem, LintedPolicy policy, Findings findings);
}
