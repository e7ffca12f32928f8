package dev.postern.lint.account;

import java.util.List;

/** Names in a sentence: ten at most, the rest counted. */
final class Names {
  private static final int MOST = 10;

  /* IAM's longest name has 128 characters. */
  private static final int LONGEST = 128;

  private Names() {}

  static String quoted(String name) {
    return "`" + (name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…") + "`";
  }

  static String list(List<String> names) {
    int shown = Math.min(MOST, names.size());
    int rest = names.size() - shown;
    return String.join(", ", names.subList(0, shown)) + (rest > 0 ? " and " + rest + " more" : "");
  }
}
