package dev.postern.eval;

import dev.postern.model.Arn;

/** On what a request acts. */
public sealed interface RequestedResource {
  /** A resource with an ARN. */
  record Named(Arn arn) implements RequestedResource {
    @Override
    public String toString() {
      return arn.toString();
    }
  }

  /** {@code *}: the action takes no resource. Only patterns of {@code *} alone match it. */
  record None() implements RequestedResource {
    @Override
    public String toString() {
      return "*";
    }
  }

  /**
   * Reads an ARN or {@code *}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static RequestedResource of(String text) {
    return text.equals("*") ? new None() : new Named(Arn.of(text));
  }
}
