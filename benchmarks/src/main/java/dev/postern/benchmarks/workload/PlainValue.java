package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;

/** What a request says of a condition key: one value, or a list of them. */
public record PlainValue(boolean isList, ImmutableList<String> texts) {
  /** One value. */
  public static PlainValue of(String text) {
    return new PlainValue(false, ImmutableList.of(text));
  }

  /** A list. */
  public static PlainValue listOf(String... texts) {
    return new PlainValue(true, ImmutableList.copyOf(texts));
  }

  /** The one value. */
  public String single() {
    if (isList) {
      throw new IllegalStateException("the value is a list");
    }
    return texts.get(0);
  }
}
