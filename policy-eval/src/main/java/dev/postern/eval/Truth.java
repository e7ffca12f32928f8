package dev.postern.eval;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.Effect;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether something holds: yes, no, or it depends on how a point is read that AWS leaves open. An
 * open one is taken so that it never widens access, unless a reading is documented well enough to
 * be taken whatever the effect.
 */
public final class Truth {
  /** Every reading says yes. */
  public static final Truth HOLDS = new Truth(Taken.HOLDS, ImmutableSet.of());

  /** Every reading says no. */
  public static final Truth FAILS = new Truth(Taken.FAILS, ImmutableSet.of());

  /** How an open point is taken. */
  enum Taken {
    /** As if it held. */
    HOLDS,
    /** As if it failed. */
    FAILS,
    /** As holding in a {@code Deny}, as failing in an {@code Allow}. */
    ON_THE_SAFE_SIDE
  }

  private final Taken taken;
  private final ImmutableSet<Unspecified> points;

  private Truth(Taken taken, ImmutableSet<Unspecified> points) {
    this.taken = taken;
    this.points = points;
  }

  static Truth of(boolean holds) {
    return holds ? HOLDS : FAILS;
  }

  static Truth open(Unspecified point, Taken taken) {
    return new Truth(taken, ImmutableSet.of(point));
  }

  /** Readings disagree, and the statement's effect decides which is taken. */
  static Truth open(Unspecified point) {
    return open(point, Taken.ON_THE_SAFE_SIDE);
  }

  /** One truth for two readings: theirs if they agree, else open. */
  static Truth ofReadings(Unspecified point, boolean one, boolean other) {
    return one == other ? of(one) : open(point);
  }

  /**
   * One truth for several readings of a point: an {@code Allow} wants all of them, a {@code Deny}
   * one.
   */
  static Truth ofReadings(Unspecified point, Collection<Truth> readings) {
    Truth first = readings.iterator().next();
    if (readings.stream().allMatch(first::isSame)) {
      return first;
    }
    boolean allows = readings.stream().allMatch(truth -> truth.taken(Effect.ALLOW));
    boolean denies = readings.stream().anyMatch(truth -> truth.taken(Effect.DENY));
    Taken taken = allows == denies ? (allows ? Taken.HOLDS : Taken.FAILS) : Taken.ON_THE_SAFE_SIDE;
    Set<Unspecified> points = EnumSet.of(point);
    readings.forEach(truth -> points.addAll(truth.points));
    return new Truth(taken, ImmutableSet.copyOf(points));
  }

  private boolean isSame(Truth other) {
    return taken == other.taken && points.equals(other.points);
  }

  /** Both hold. */
  Truth and(Truth other) {
    if (isCertain()) {
      return taken == Taken.HOLDS ? other : FAILS;
    }
    if (other.isCertain()) {
      return other.taken == Taken.HOLDS ? this : FAILS;
    }
    Taken both =
        taken == Taken.FAILS || other.taken == Taken.FAILS
            ? Taken.FAILS
            : taken == Taken.HOLDS ? other.taken : taken;
    return new Truth(both, union(points, other.points));
  }

  /** One of the two holds. */
  Truth or(Truth other) {
    return not().and(other.not()).not();
  }

  /** The contrary; an open one that is taken on the safe side stays so. */
  Truth not() {
    return switch (taken) {
      case HOLDS -> isCertain() ? FAILS : new Truth(Taken.FAILS, points);
      case FAILS -> isCertain() ? HOLDS : new Truth(Taken.HOLDS, points);
      case ON_THE_SAFE_SIDE -> this;
    };
  }

  private static ImmutableSet<Unspecified> union(Set<Unspecified> some, Set<Unspecified> others) {
    Set<Unspecified> all = EnumSet.copyOf(some);
    all.addAll(others);
    return ImmutableSet.copyOf(all);
  }

  /** Whether all readings agree. */
  public boolean isCertain() {
    return points.isEmpty();
  }

  /** Whether it holds under every reading. */
  public boolean certainlyHolds() {
    return isCertain() && taken == Taken.HOLDS;
  }

  /** Whether it fails under every reading. */
  public boolean certainlyFails() {
    return isCertain() && taken == Taken.FAILS;
  }

  /** The reading that is taken in a statement of this effect. */
  public boolean taken(Effect effect) {
    return switch (taken) {
      case HOLDS -> true;
      case FAILS -> false;
      case ON_THE_SAFE_SIDE -> effect == Effect.DENY;
    };
  }

  /** The points that it depends on. */
  public ImmutableSet<Unspecified> points() {
    return points;
  }

  @Override
  public String toString() {
    return isCertain() ? taken.toString() : taken + " " + points;
  }
}
