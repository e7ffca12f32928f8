package dev.postern.catalog;

import com.google.common.base.Ascii;
import com.google.common.primitives.ImmutableIntArray;

/** Cuts a name into its words: {@code Describe|DB|Instances}, {@code List|Objects|V2}. */
final class Words {
  private Words() {}

  /** Where words begin and end, in order: 0 first, the name's length last. */
  static ImmutableIntArray borders(String name) {
    ImmutableIntArray.Builder borders = ImmutableIntArray.builder(8);
    borders.add(0);
    for (int i = 1; i < name.length(); i++) {
      if (isBorder(name, i)) {
        borders.add(i);
      }
    }
    return name.isEmpty() ? borders.build() : borders.add(name.length()).build();
  }

  /** Whether a word of a name ends, and another begins, before this character. */
  private static boolean isBorder(String name, int at) {
    char before = name.charAt(at - 1);
    if (!Ascii.isUpperCase(name.charAt(at))) {
      return !isLetterOrDigit(before);
    }
    // In `DBInstances` the last capital begins a word, in `WebACLs` and `IPv6` it ends one.
    return !Ascii.isUpperCase(before) || (isLower(name, at + 1) && !isTail(name, at + 1));
  }

  private static boolean isTail(String name, int at) {
    return (name.charAt(at) == 's' || name.charAt(at) == 'v') && !isLower(name, at + 1);
  }

  private static boolean isLower(String name, int at) {
    return at < name.length() && Ascii.isLowerCase(name.charAt(at));
  }

  private static boolean isLetterOrDigit(char c) {
    return Ascii.isLowerCase(c) || Ascii.isUpperCase(c) || (c >= '0' && c <= '9');
  }
}
