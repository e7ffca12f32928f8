package dev.postern.catalog.generator;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.util.Comparator;

/** How names are spelled and sorted. Letter case is ASCII's, so that no locale has a say. */
final class Names {
  /** Without regard to case; so all lists of the catalog are sorted. */
  static final Comparator<String> ORDER =
      Comparator.comparing(Names::fold).thenComparing(Comparator.naturalOrder());

  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final CharMatcher LOWER = CharMatcher.inRange('a', 'z');
  private static final CharMatcher UPPER = CharMatcher.inRange('A', 'Z');
  private static final CharMatcher PREFIX = LOWER.or(DIGITS).or(CharMatcher.is('-'));
  private static final CharMatcher ACTION = PREFIX.or(UPPER);
  private static final CharMatcher WORD = CharMatcher.inRange('!', '~');
  private static final CharMatcher WORDS = CharMatcher.inRange(' ', '~');

  private Names() {}

  /** As it is compared. */
  static String fold(String name) {
    return Ascii.toLowerCase(name);
  }

  /** Whether it can be a service prefix. */
  static boolean isPrefix(String text) {
    return !text.isEmpty() && PREFIX.matchesAllOf(text);
  }

  /** Whether it can be the name of an action, without the service. */
  static boolean isAction(String text) {
    return !text.isEmpty() && ACTION.matchesAllOf(text);
  }

  /** Whether it is printable ASCII without a space: what stands in lists parted by spaces. */
  static boolean isWord(String text) {
    return !text.isEmpty() && WORD.matchesAllOf(text);
  }

  /** Whether it is printable ASCII, spaces inside allowed. */
  static boolean isWords(String text) {
    return !text.isEmpty() && WORDS.matchesAllOf(text) && text.equals(text.strip());
  }

  /** Whether it can be shown: any characters but controls, and no blank end. */
  static boolean isDisplayName(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && CharMatcher.javaIsoControl().matchesNoneOf(text);
  }
}
