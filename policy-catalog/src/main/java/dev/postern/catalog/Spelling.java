package dev.postern.catalog;

import com.google.common.base.Ascii;
import dev.postern.model.source.NearestName;

/** A name as somebody wrote it, to be compared with many that are right; letter case aside. */
final class Spelling {
  /** What is further away than a slip or two. */
  static final int FAR = 3;

  private static final int MOST_SLIPS = 2;

  private final String folded;
  private final long letters;

  private Spelling(String folded) {
    this.folded = folded;
    this.letters = letters(folded);
  }

  static Spelling of(String written) {
    return new Spelling(Ascii.toLowerCase(written));
  }

  /** How many slips lie between this and a name in lower case, at most one in three letters. */
  int slipsTo(String name) {
    return slipsTo(name, Math.max(folded.length(), name.length()) / 3);
  }

  /** The same for a prefix, of which one letter may be wrong however short it is. */
  int slipsToPrefix(String name) {
    return slipsTo(name, Math.max(1, Math.max(folded.length(), name.length()) / 3));
  }

  /* Nearly all names are told apart by their length, or by the letters that they are made of. */
  private int slipsTo(String name, int most) {
    int limit = Math.min(most, MOST_SLIPS);
    if (Math.abs(folded.length() - name.length()) > limit
        // A slip takes away one letter and brings in one, at most.
        || Long.bitCount(letters ^ letters(name)) > 2 * limit) {
      return FAR;
    }
    int slips = NearestName.distance(folded, name, limit);
    return slips > limit ? FAR : slips;
  }

  /* A bit a letter or digit; other characters share bits, which only makes names look more alike. */
  private static long letters(String name) {
    long set = 0;
    for (int i = 0; i < name.length(); i++) {
      set |= 1L << name.charAt(i);
    }
    return set;
  }
}
