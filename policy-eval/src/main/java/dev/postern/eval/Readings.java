package dev.postern.eval;

import com.google.common.collect.ImmutableSet;
import java.util.Set;

/**
 * Which reading of the open points a decision follows: the one that is taken, or the other one of
 * some statements and points, to see whether the verdict rests on them.
 *
 * @param statements the statements that are read the other way
 * @param points points of the procedure that are read the other way
 */
record Readings(ImmutableSet<StatementOutcome> statements, Set<Unspecified> points) {
  static final Readings TAKEN = new Readings(ImmutableSet.of(), ImmutableSet.of());

  static Readings other(StatementOutcome statement) {
    return new Readings(ImmutableSet.of(statement), ImmutableSet.of());
  }

  static Readings other(Unspecified point) {
    return new Readings(ImmutableSet.of(), ImmutableSet.of(point));
  }

  boolean matched(StatementOutcome statement) {
    return statement.matched() != statements.contains(statement);
  }

  boolean isOther(Unspecified point) {
    return points.contains(point);
  }
}
