package dev.postern.lint.config;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Problem;

/** A configuration that cannot be used: all that is wrong with it, each with its place. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<Problem> problems;

  /** One for these problems, of which there is at least one. */
  public ConfigurationException(ImmutableList<Problem> problems) {
    super(problems.get(0).toString());
    this.problems = problems;
  }

  /** What is wrong, in the order in which it was found. */
  public ImmutableList<Problem> problems() {
    return problems;
  }
}
