package dev.postern.lint.rule;

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
      int count = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        count += c == ' ' || c == '\t' || c == '\r' || c == '\n' ? 0 : 1;
      }
      return count;
    }
  };

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
