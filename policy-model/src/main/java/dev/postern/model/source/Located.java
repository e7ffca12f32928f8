package dev.postern.model.source;

import org.jspecify.annotations.Nullable;

/**
 * A value and the place it was written. Equal when the values are, wherever they stand: two
 * policies that say the same are equal.
 */
public record Located<T>(T value, SourceSpan span) {
  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof Located<?> other && value.equals(other.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Another value at the same place. */
  public <U> Located<U> with(U other) {
    return new Located<>(other, span);
  }

  @Override
  public String toString() {
    return value + " at " + span;
  }
}
