package dev.postern.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;

/** Hands out values one after the other, and then from the first again. */
final class Round<T> {
  private final ImmutableList<T> values;
  private int next;

  private Round(ImmutableList<T> values) {
    this.values = values;
  }

  /** Nothing to hand out yet. */
  static <T> Round<T> empty() {
    return new Round<>(ImmutableList.of());
  }

  /** What is made of each value. */
  static <F, T> Round<T> of(List<F> from, Function<F, T> making) {
    return new Round<>(from.stream().map(making).collect(ImmutableList.toImmutableList()));
  }

  T next() {
    T value = values.get(next);
    next = next + 1 == values.size() ? 0 : next + 1;
    return value;
  }

  T get(int index) {
    return values.get(index);
  }
}
