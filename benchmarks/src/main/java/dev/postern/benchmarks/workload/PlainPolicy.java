package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import java.util.function.UnaryOperator;

/** A policy document of version {@code 2012-10-17} as a plain value. */
public record PlainPolicy(ImmutableList<PlainStatement> statements) {
  /** A policy of these statements. */
  public static PlainPolicy of(PlainStatement... statements) {
    return new PlainPolicy(ImmutableList.copyOf(statements));
  }

  /** The same policy with every statement changed. */
  public PlainPolicy map(UnaryOperator<PlainStatement> change) {
    return new PlainPolicy(
        statements.stream().map(change).collect(ImmutableList.toImmutableList()));
  }

  /** The policy as AWS would store it. */
  public String json() {
    return PolicyText.of(this);
  }
}
