package dev.postern.model.json;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Problem;
import java.util.stream.Collectors;

/** A document that AWS would not store, with everything that is wrong with it. */
public final class PolicyRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<Problem> problems;

  PolicyRefusedException(ImmutableList<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = problems;
  }

  /** Every problem, in the order of the text, notes included. */
  public ImmutableList<Problem> problems() {
    return problems;
  }
}
