package dev.postern.model;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceText;

/** Values that stand nowhere in particular. */
final class Texts {
  private Texts() {}

  static <T> ImmutableList<Located<T>> located(ImmutableList<T> values) {
    return values.stream()
        .map(value -> new Located<>(value, SourceText.of("<test>", "").whole()))
        .collect(ImmutableList.toImmutableList());
  }
}
