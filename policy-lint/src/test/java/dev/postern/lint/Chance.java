package dev.postern.lint;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Chance, the same for the same seed. */
final class Chance {
  /* Another number, other cases: for who looks for what no build has tried. */
  private static final long EXPLORED = Long.getLong("postern.explore", 0);

  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed + EXPLORED * 0x9E3779B97F4A7C15L);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True in so many of a hundred throws. */
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  @SafeVarargs
  final <T> T of(T... all) {
    return all[random.nextInt(all.length)];
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  <T> ImmutableList<T> several(int fewest, int most, Supplier<T> one) {
    ImmutableList.Builder<T> several = ImmutableList.builder();
    int count = fewest + below(most - fewest + 1);
    for (int i = 0; i < count; i++) {
      several.add(one.get());
    }
    return several.build();
  }
}
