package dev.postern.eval;

import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;

/** A policy that holds what this version does not decide. It is never decided by guessing. */
public final class UnsupportedPolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  UnsupportedPolicyException(SourceSpan span, String message) {
    super(span + ": " + message);
    this.problem = new Problem(ProblemCode.SCENARIO_UNSUPPORTED, span, message, "");
  }

  /** What is not decided, and where it stands. */
  public Problem problem() {
    return problem;
  }
}
