package dev.postern.catalog.generator;

/**
 * One spelling for keys that end in the author's choice. The sources have four: {@code
 * aws:ResourceTag/${TagKey}}, {@code s3:ExistingObjectTag/<key>}, {@code
 * secretsmanager:ResourceTag/tag-key} and {@code glacier:ResourceTag/}.
 */
final class KeySpelling {
  private static final String CHOICE = "${TagKey}";
  private static final String LITERAL = "tag-key";

  private KeySpelling() {}

  /** The key with {@code ${TagKey}} for its placeholder. */
  static String of(String key) {
    int slash = key.lastIndexOf('/');
    if (slash < 0) {
      return key;
    }
    String tail = key.substring(slash + 1);
    boolean isChoice =
        tail.isEmpty()
            || Names.fold(tail).equals(LITERAL)
            || (tail.startsWith("<") && tail.endsWith(">"));
    return isChoice ? key.substring(0, slash + 1) + CHOICE : key;
  }
}
