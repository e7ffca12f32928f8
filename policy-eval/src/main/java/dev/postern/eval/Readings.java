package dev.postern.eval;

import com.google.common.collect.ImmutableSet;
import java.util.Set;

/**
 * Which reading of the open points a decision follows: the one that is taken, or the other one of
 * some statements and points, to see whether the verdict rests on them.
 *
 * @param statements the statements that are read the other way
 * @param points points of the procedure that are read the other way
 * @param generous whether what hangs on unknown keys outside statements is taken to be given
 */
record Readings(
    ImmutableSet<StatementOutcome> statements, Set<Unspecified> points, boolean generous) {
  static final Readings TAKEN = new Readings(ImmutableSet.of(), ImmutableSet.of(), false);

  static Readings other(StatementOutcome statement) {
    return new Readings(ImmutableSet.of(statement), ImmutableSet.of(), false);
  }

  static Readings other(Unspecified point) {
    return new Readings(ImmutableSet.of(), ImmutableSet.of(point), false);
  }

  /** Every unknown key holds what helps the request most. */
  static Readings generous(ImmutableSet<StatementOutcome> statements) {
    return new Readings(statements, ImmutableSet.of(), true);
  }

  boolean matched(StatementOutcome statement) {
    return statement.matched() != statements.contains(statement);
  }

  boolean isOther(Unspecified point) {
    return !points.isEmpty() && points.contains(point);
  }
}
