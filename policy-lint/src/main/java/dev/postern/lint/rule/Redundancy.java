package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which entries of a list match only what another entry matches, too. */
final class Redundancy {
  private final ImmutableList<Entry> entries;
  private final ImmutableList<Integer> broad;
  private final Map<Entry, Integer> first = new HashMap<>();

  private Redundancy(ImmutableList<Entry> entries) {
    this.entries = entries;
    ImmutableList.Builder<Integer> positions = ImmutableList.builder();
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).isLiteral()) {
        positions.add(i);
      }
      first.putIfAbsent(entries.get(i), i);
    }
    this.broad = positions.build();
  }

  /**
   * An entry that can go.
   *
   * @param entry where it stands in the list
   * @param covering where one stands that matches all that it matches, and that stays
   */
  record Pair(int entry, int covering) {}

  /**
   * What an entry matches: a pattern a field, none of which reaches into the next.
   *
   * @param fields as many in each entry of a list
   * @param takesSubstitutes whether it holds text that the request puts in; no question mark may
   *     then be counted against it
   */
  record Entry(ImmutableList<Glob> fields, boolean takesSubstitutes) {
    boolean isLiteral() {
      for (Glob field : fields) {
        if (!field.isLiteral()) {
          return false;
        }
      }
      return true;
    }

    /** Whether it matches all that another entry of as many fields matches. */
    boolean covers(Entry other) {
      for (int i = 0; i < fields.size(); i++) {
        Glob mine = fields.get(i);
        if (!mine.matchesEverything() && !covers(mine, other.fields.get(i), other)) {
          return false;
        }
      }
      return true;
    }

    private static boolean covers(Glob outer, Glob inner, Entry of) {
      if (outer.isLiteral()) {
        return outer.equals(inner);
      }
      String pattern = outer.toString();
      if (of.takesSubstitutes && pattern.indexOf('?') >= 0) {
        return false;
      }
      // Most pairs differ at the beginning, and a proof takes longer than a look at it.
      return inner.toString().startsWith(head(pattern)) && outer.covers(inner);
    }

    private static String head(String pattern) {
      int end = 0;
      while (end < pattern.length() && "*?$".indexOf(pattern.charAt(end)) < 0) {
        end++;
      }
      return pattern.substring(0, end);
    }
  }

  /** All that can go at once, in the order of the list. Of equal entries the first one stays. */
  static ImmutableList<Pair> of(ImmutableList<Entry> entries) {
    if (entries.size() < 2) {
      return ImmutableList.of();
    }
    Redundancy list = new Redundancy(entries);
    return list.broad.isEmpty() && list.first.size() == entries.size()
        ? ImmutableList.of()
        : list.pairs();
  }

  private ImmutableList<Pair> pairs() {
    List<List<Integer>> covering = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      covering.add(covering(i));
    }
    ImmutableList.Builder<Pair> pairs = ImmutableList.builder();
    for (int i = 0; i < entries.size(); i++) {
      for (int other : covering.get(i)) {
        if (covering.get(other).isEmpty()) {
          pairs.add(new Pair(i, other));
          break;
        }
      }
    }
    return pairs.build();
  }

  private List<Integer> covering(int index) {
    Entry entry = entries.get(index);
    List<Integer> found = new ArrayList<>();
    if (entry.isLiteral()) {
      int same = first.getOrDefault(entry, index);
      if (same < index) {
        found.add(same);
      }
    }
    for (int other : broad) {
      if (other != index
          && entries.get(other).covers(entry)
          && (other < index || !entry.covers(entries.get(other)))) {
        found.add(other);
      }
    }
    return found;
  }
}
