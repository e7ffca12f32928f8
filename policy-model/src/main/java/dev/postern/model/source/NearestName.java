package dev.postern.model.source;

import java.util.Locale;
import java.util.Optional;

/** Finds the valid name that the author most likely meant. */
public final class NearestName {
  private NearestName() {}

  /**
   * The candidate closest to {@code written}, or nothing when none is close: at most one slip in
   * three letters, letter case and a plural {@code s} counting least.
   */
  public static Optional<String> of(String written, Iterable<String> candidates) {
    String folded = written.toLowerCase(Locale.ROOT);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int limit = Math.max(1, Math.min(written.length(), candidate.length()) / 3);
      int distance = distance(folded, candidate.toLowerCase(Locale.ROOT), limit);
      if (distance <= limit && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * How many slips lie between two texts, or {@code limit + 1} as soon as there are more than
   * {@code limit}. A slip is a letter too many, too few, or another one, or two neighbours that
   * changed places; no letter slips twice. (The optimal string alignment of Damerau and
   * Levenshtein.) Letter case counts.
   *
   * @param limit not negative
   */
  public static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int cost = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost = Math.min(cost, beforeLast[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
