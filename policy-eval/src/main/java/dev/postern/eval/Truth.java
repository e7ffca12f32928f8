package dev.postern.eval;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.postern.model.Effect;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether something holds: yes, no, or it depends: on how a point is read that AWS leaves open, or
 * on a condition key whose value the request does not know. An open one is taken so that it never
 * widens access, unless a reading is documented well enough to be taken whatever the effect.
 */
public final class Truth {
  /** Every reading says yes. */
  public static final Truth HOLDS = new Truth(Taken.HOLDS, 0);

  /** Every reading says no. */
  public static final Truth FAILS = new Truth(Taken.FAILS, 0);

  /*
   * Deciding must not allocate, so what a truth depends on is a set of bits: one for each point, and
   * one for unknown keys.
   */
  private static final long UNKNOWN_KEY = 1L << 63;

  private static final Unspecified[] POINTS = Unspecified.values();

  /** A key is not known, so the answer is not. */
  static final Truth UNKNOWN = new Truth(Taken.ON_THE_SAFE_SIDE, UNKNOWN_KEY);

  private static final ImmutableMap<Unspecified, Truth> OPEN =
      Maps.toMap(Arrays.asList(POINTS), point -> new Truth(Taken.ON_THE_SAFE_SIDE, point.bit()));

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
  private final long reasons;

  private Truth(Taken taken, long reasons) {
    this.taken = taken;
    this.reasons = reasons;
  }

  static Truth of(boolean holds) {
    return holds ? HOLDS : FAILS;
  }

  static Truth open(Unspecified point, Taken taken) {
    return new Truth(taken, point.bit());
  }

  /** Readings disagree, and the statement's effect decides which is taken. */
  static Truth open(Unspecified point) {
    return OPEN.getOrDefault(point, UNKNOWN);
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
    long reasons = point.bit();
    for (Truth reading : readings) {
      reasons |= reading.reasons;
    }
    return new Truth(taken, reasons);
  }

  private boolean isSame(Truth other) {
    return taken == other.taken && reasons == other.reasons;
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
    return new Truth(both, reasons | other.reasons);
  }

  /** One of the two holds. */
  Truth or(Truth other) {
    if (isCertain()) {
      return taken == Taken.HOLDS ? HOLDS : other;
    }
    if (other.isCertain()) {
      return other.taken == Taken.HOLDS ? HOLDS : this;
    }
    return not().and(other.not()).not();
  }

  /** The contrary; an open one that is taken on the safe side stays so. */
  Truth not() {
    return switch (taken) {
      case HOLDS -> isCertain() ? FAILS : new Truth(Taken.FAILS, reasons);
      case FAILS -> isCertain() ? HOLDS : new Truth(Taken.HOLDS, reasons);
      case ON_THE_SAFE_SIDE -> this;
    };
  }

  /** Whether all readings agree and no key is unknown. */
  public boolean isCertain() {
    return reasons == 0;
  }

  /** Whether it holds under every reading. */
  public boolean certainlyHolds() {
    return this == HOLDS;
  }

  /** Whether it fails under every reading. */
  public boolean certainlyFails() {
    return this == FAILS;
  }

  /** The reading that is taken in a statement of this effect. */
  public boolean taken(Effect effect) {
    return switch (taken) {
      case HOLDS -> true;
      case FAILS -> false;
      case ON_THE_SAFE_SIDE -> effect == Effect.DENY;
    };
  }

  /** Whether it hangs on a condition key that the request does not know. */
  public boolean dependsOnUnknownKey() {
    return (reasons & UNKNOWN_KEY) != 0;
  }

  /** The points that it depends on. */
  public ImmutableSet<Unspecified> points() {
    Set<Unspecified> points = EnumSet.noneOf(Unspecified.class);
    for (Unspecified point : POINTS) {
      if ((reasons & point.bit()) != 0) {
        points.add(point);
      }
    }
    return ImmutableSet.copyOf(points);
  }

  @Override
  public String toString() {
    return isCertain() ? taken.toString() : taken + " " + points();
  }
}
