package dev.postern.suite.mutation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;

/** A list of a policy with one entry changed. An entry is known by its place: two may be equal. */
final class Entries {
  private Entries() {}

  /** Without one entry. */
  static <T> ImmutableList<Located<T>> without(ImmutableList<Located<T>> all, Located<T> gone) {
    return all.stream().filter(each -> !each.span().covers(gone.span())).collect(toImmutableList());
  }

  /** With another entry in place of one. */
  static <T> ImmutableList<Located<T>> with(
      ImmutableList<Located<T>> all, Located<T> old, T other) {
    return all.stream()
        .map(each -> each.span().covers(old.span()) ? each.with(other) : each)
        .collect(toImmutableList());
  }
}
