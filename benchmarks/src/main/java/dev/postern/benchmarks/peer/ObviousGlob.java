package dev.postern.benchmarks.peer;

import com.google.common.base.Splitter;
import java.util.List;

/** A pattern cut at its stars: a beginning, an end, and pieces that come in order between them. */
final class ObviousGlob {
  private final String beginning;
  private final String[] pieces;
  private final String end;
  private final boolean exact;
  private final boolean plain;

  ObviousGlob(String pattern) {
    List<String> parts = Splitter.on('*').splitToList(pattern);
    exact = parts.size() == 1;
    plain = pattern.indexOf('?') < 0;
    beginning = parts.get(0);
    end = parts.get(parts.size() - 1);
    pieces =
        parts.stream()
            .skip(1)
            .limit(Math.max(0, parts.size() - 2))
            .filter(part -> !part.isEmpty())
            .toArray(String[]::new);
  }

  boolean matches(String text) {
    if (exact) {
      return plain
          ? text.equals(beginning)
          : text.length() == beginning.length() && fits(beginning, text, 0);
    }
    int last = text.length() - end.length();
    if (last < beginning.length() || !fits(beginning, text, 0)) {
      return false;
    }
    int from = beginning.length();
    for (String piece : pieces) {
      int found = find(piece, text, from);
      if (found < 0) {
        return false;
      }
      from = found + piece.length();
    }
    return from <= last && fits(end, text, last);
  }

  private int find(String piece, String text, int from) {
    if (plain) {
      return text.indexOf(piece, from);
    }
    for (int at = from; at + piece.length() <= text.length(); at++) {
      if (fits(piece, text, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean fits(String piece, String text, int at) {
    if (plain) {
      return text.startsWith(piece, at);
    }
    for (int i = 0; i < piece.length(); i++) {
      char wanted = piece.charAt(i);
      if (wanted != '?' && wanted != text.charAt(at + i)) {
        return false;
      }
    }
    return true;
  }
}
