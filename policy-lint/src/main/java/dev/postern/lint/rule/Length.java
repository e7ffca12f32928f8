package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;

/** How AWS counts the characters of a policy. */
enum Length {
  /** Every character. */
  AS_WRITTEN("characters") {
    @Override
    int of(String text) {
      return text.length();
    }
  },
  /** White space left out. AWS: "IAM and AWS STS quotas". */
  WITHOUT_SPACE("characters without white space") {
    @Override
    int of(String text) {
      return text.length() - WHITE_SPACE.countIn(text);
    }
  };

  private static final CharMatcher WHITE_SPACE = CharMatcher.anyOf(" \t\r\n");

  private final String unit;

  Length(String unit) {
    this.unit = unit;
  }

  abstract int of(String text);

  /** What is counted, for sentences. */
  String unit() {
    return unit;
  }
}
