package dev.postern.suite.language;

import dev.postern.model.source.Located;
import dev.postern.model.source.Problem;
import dev.postern.model.source.ProblemCode;
import dev.postern.model.source.SourceSpan;

/** A sentence that cannot be understood. It never leaves this package. */
final class MistakeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  MistakeException(ProblemCode code, SourceSpan span, String message, String help) {
    super(message);
    this.problem = new Problem(code, span, message, help);
  }

  /** The complaint of a parser about a word. */
  static MistakeException at(Located<String> word, IllegalArgumentException e) {
    return new MistakeException(
        ProblemCode.POLICYTEST_VALUE, word.span(), String.valueOf(e.getMessage()), "");
  }

  Problem problem() {
    return problem;
  }
}
