package dev.postern.lint.rule;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a message: ten at the most, and how many more there are. */
final class ShortList {
  private static final int MOST = 10;

  private ShortList() {}

  /** The names in backticks, with a word between them. */
  static String of(Collection<String> names, String between) {
    int more = names.size() - MOST;
    return names.stream()
            .limit(MOST)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(between))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
