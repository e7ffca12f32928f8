package dev.postern.catalog;

import com.google.common.base.Ascii;

/**
 * What a text may have next: one character or, if it repeats, any number of them.
 *
 * @param literal the character; {@link #ANY} for any but those of {@code never}
 * @param never characters that it is not
 * @param repeats whether it stands for any number of characters, none included
 * @param anyCase whether its letter case does not matter
 */
record Step(int literal, String never, boolean repeats, boolean anyCase) {
  static final int ANY = -1;

  static final Step ANY_ONE = new Step(ANY, "", false, false);
  static final Step ANY_RUN = new Step(ANY, "", true, false);

  static Step character(char c) {
    return new Step(c, "", false, false);
  }

  static Step characterInAnyCase(char c) {
    return new Step(c, "", false, true);
  }

  static Step oneBut(String never) {
    return new Step(ANY, never, false, false);
  }

  static Step runWithout(String never) {
    return new Step(ANY, never, true, false);
  }

  /** Whether it stands for any text. */
  boolean isAnyRun() {
    return repeats && literal == ANY && never.isEmpty();
  }

  /** Whether some character is right for both. */
  boolean meets(Step other) {
    if (literal == ANY) {
      // No two lists of characters that are excluded leave nothing.
      return other.literal == ANY || never.indexOf(other.literal) < 0;
    }
    if (other.literal == ANY) {
      return other.never.indexOf(literal) < 0;
    }
    return literal == other.literal
        || ((anyCase || other.anyCase)
            && Ascii.toLowerCase((char) literal) == Ascii.toLowerCase((char) other.literal));
  }
}
