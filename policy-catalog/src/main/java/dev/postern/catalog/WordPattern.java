package dev.postern.catalog;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A pattern whose wildcards stand for whole words of the names that it matches: {@code Get*},
 * {@code *Tagging}, {@code Get*Acl}, {@code *Multipart*}, {@code List*Job*}.
 *
 * @param text the pattern
 * @param names the numbers of the names that it matches so; not to be changed
 */
record WordPattern(String text, BitSet names) {

  /** All that match several of the given names. */
  static ImmutableList<WordPattern> of(ImmutableList<String> names) {
    Map<String, Found> found = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      new Name(names.get(i), i, found).addAll();
    }
    return found.values().stream()
        .filter(each -> each.ofWholeWords && each.names.cardinality() > 1)
        .map(each -> new WordPattern(each.text, each.names))
        .collect(ImmutableList.toImmutableList());
  }

  /** A pattern that is being found, and whether its own text is whole words of some name, too. */
  private static final class Found {
    final String text;
    final BitSet names = new BitSet();
    boolean ofWholeWords;

    Found(String text) {
      this.text = text;
    }
  }

  /**
   * One name, and where the text of a pattern may begin and end in it. It begins where a word does,
   * and ends where a word does or, in the plural, before the last letter: {@code DescribeInstance*}
   * may match {@code DescribeInstances}, too.
   */
  private static final class Name {
    /* The patterns of a name are as many as the third power of its words. */
    private static final int MOST_WORDS = 16;

    private final String name;
    private final int number;
    private final Map<String, Found> found;
    private final ImmutableIntArray borders;
    private final ImmutableIntArray ends;

    Name(String name, int number, Map<String, Found> found) {
      this.name = name;
      this.number = number;
      this.found = found;
      this.borders = Words.borders(name);
      this.ends = ends(name, borders);
    }

    private static ImmutableIntArray ends(String name, ImmutableIntArray borders) {
      ImmutableIntArray.Builder ends = ImmutableIntArray.builder();
      for (int i = 1; i < borders.length(); i++) {
        int end = borders.get(i);
        if (isPlural(name, borders.get(i - 1), end)) {
          ends.add(end - 1);
        }
        ends.add(end);
      }
      return ends.build();
    }

    private static boolean isPlural(String name, int start, int end) {
      return end - start > 3 && name.charAt(end - 1) == 's' && name.charAt(end - 2) != 's';
    }

    void addAll() {
      borders.forEach(tail -> addBetween(0, tail));
      ends.forEach(head -> borders.forEach(tail -> addBetween(head, tail)));
    }

    /* Text up to the one place and from the other on; with more between, one of the two is empty. */
    private void addBetween(int head, int tail) {
      if (head > tail) {
        return;
      }
      boolean words = head == 0 || borders.contains(head);
      String before = name.substring(0, head) + "*";
      String behind = name.substring(tail);
      if (head > 0 || tail < name.length()) {
        add(before + behind, words);
      }
      if (borders.length() <= MOST_WORDS && (head == 0 || tail == name.length())) {
        borders.forEach(
            start ->
                ends.forEach(
                    end -> {
                      if (head <= start && start < end && end <= tail) {
                        add(
                            before + name.substring(start, end) + "*" + behind,
                            words && borders.contains(end));
                      }
                    }));
      }
    }

    private void add(String pattern, boolean words) {
      Found each = found.computeIfAbsent(Ascii.toLowerCase(pattern), folded -> new Found(pattern));
      each.names.set(number);
      each.ofWholeWords |= words;
    }
  }
}
