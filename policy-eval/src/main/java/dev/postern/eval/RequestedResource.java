package dev.postern.eval;

import dev.postern.model.Arn;

/** On what a request acts. */
public sealed interface RequestedResource {
  /** A resource with an ARN. */
  record Named(Arn arn) implements RequestedResource {
    /* U24: only capitals in the first fields, or a user's name, leave open whether case counts. */
    boolean mayDifferByCase() {
      return PreparedRequest.hasCapital(arn.partition())
          || PreparedRequest.hasCapital(arn.service())
          || PreparedRequest.hasCapital(arn.region());
    }

    boolean namesUser() {
      return arn.service().equals("iam") && arn.resource().startsWith("user/");
    }

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
