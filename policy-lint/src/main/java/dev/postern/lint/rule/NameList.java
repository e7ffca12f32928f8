package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import java.util.Collection;

/** Names in a message: ten at most, the rest counted. */
final class NameList {
  private static final int MOST = 10;

  private NameList() {}

  /** Each in backticks: {@code `a`, `b` and 3 more}. */
  static String quoted(Collection<String> names) {
    ImmutableList<String> shown =
        names.stream()
            .limit(MOST)
            .map(name -> "`" + name + "`")
            .collect(ImmutableList.toImmutableList());
    int rest = names.size() - shown.size();
    return String.join(", ", shown) + (rest > 0 ? " and " + rest + " more" : "");
  }
}
