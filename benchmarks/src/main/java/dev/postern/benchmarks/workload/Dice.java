package dev.postern.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way in every run. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A number from 0 up to, but not including, a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number from 0 to 1. */
  double share() {
    return random.nextDouble();
  }

  <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  /** Several different ones. */
  <T> List<T> pick(int count, List<T> from) {
    return shuffled(from).subList(0, count);
  }

  <T> List<T> shuffled(List<T> values) {
    List<T> shuffled = new ArrayList<>(values);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int other = below(i + 1);
      T moved = shuffled.set(other, shuffled.get(i));
      shuffled.set(i, moved);
    }
    return shuffled;
  }

  /** Hexadecimal digits. */
  String hex(int digits) {
    StringBuilder hex = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      hex.append(Character.forDigit(below(16), 16));
    }
    return hex.toString();
  }
}
