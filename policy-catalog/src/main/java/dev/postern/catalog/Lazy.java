package dev.postern.catalog;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made when first asked for, once, whichever thread asks. If making it fails, the next one
 * to ask tries again.
 */
abstract class Lazy<T> {
  /*
   * A class to extend, since the first lambda of a process costs 20 ms, more than opening the
   * catalog: what a first question needs is made by subclasses without a name.
   */
  private volatile @Nullable T made;

  /** One that is not part of a first question. */
  static <T> Lazy<T> of(Supplier<T> maker) {
    return new Lazy<>() {
      @Override
      T make() {
        return maker.get();
      }
    };
  }

  /** Makes it. */
  abstract T make();

  final T get() {
    T known = made;
    return known == null ? makeOnce() : known;
  }

  private synchronized T makeOnce() {
    T known = made;
    if (known == null) {
      known = make();
      made = known;
    }
    return known;
  }
}
