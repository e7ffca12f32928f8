package dev.postern.catalog;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.postern.model.Glob;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Few patterns that match some names of a service and not the others.
 *
 * <p>To find the fewest is a set cover, which nobody knows to solve fast; taking again and again
 * the pattern that matches most of what is left comes near.
 */
final class NameCover {
  private final ImmutableList<String> names;
  private final ImmutableList<String> folded;
  private final ImmutableList<String> others;
  private final List<WordPattern> chosen = new ArrayList<>();
  private final BitSet left = new BitSet();

  private NameCover(Collection<String> names, ImmutableList<String> others) {
    this.names = ImmutableList.copyOf(names);
    this.folded = names.stream().map(Ascii::toLowerCase).collect(ImmutableList.toImmutableList());
    this.others = others;
    left.set(0, names.size());
  }

  /**
   * The patterns, in order.
   *
   * @param names what has to be matched, each once
   * @param others in lower case, what must not be
   */
  static ImmutableSortedSet<String> of(Collection<String> names, ImmutableList<String> others) {
    NameCover cover = new NameCover(names, others);
    cover.choose();
    return cover.patterns();
  }

  /*
   * What a pattern gains only falls as others are chosen, so it is counted anew only when it comes up:
   * if it then still gains as much as the next one promises, it is the best.
   */
  private void choose() {
    PriorityQueue<Promise> promises = new PriorityQueue<>(Promise.BEST);
    for (WordPattern pattern : WordPattern.of(names)) {
      promises.add(new Promise(pattern, pattern.names().cardinality()));
    }
    while (!promises.isEmpty()) {
      Promise best = promises.remove();
      int gain = gain(best.pattern);
      if (gain < best.gain) {
        if (gain > 1) {
          promises.add(new Promise(best.pattern, gain));
        }
      } else if (isExact(best.pattern)) {
        chosen.add(best.pattern);
        left.andNot(best.pattern.names());
      }
    }
  }

  /** A pattern and how many names it would match that no chosen one matches. */
  private record Promise(WordPattern pattern, int gain) {
    static final Comparator<Promise> BEST =
        Comparator.comparingInt(Promise::gain)
            .reversed()
            .thenComparingInt(promise -> promise.pattern.text().length())
            // Of `Get*` and `*Acl` the one that says what is done.
            .thenComparing(promise -> promise.pattern.text().startsWith("*"))
            .thenComparing(promise -> promise.pattern.text());
  }

  private int gain(WordPattern pattern) {
    BitSet gained = (BitSet) pattern.names().clone();
    gained.and(left);
    return gained.cardinality();
  }

  /** Whether it matches no other name, and no part of a word of a name that is wanted. */
  private boolean isExact(WordPattern pattern) {
    Glob glob = Glob.of(Ascii.toLowerCase(pattern.text()));
    return others.stream().noneMatch(glob::matches)
        && folded.stream().filter(glob::matches).count() == pattern.names().cardinality();
  }

  private ImmutableSortedSet<String> patterns() {
    int[] times = new int[names.size()];
    chosen.forEach(pattern -> pattern.names().stream().forEach(name -> times[name]++));
    ImmutableSortedSet.Builder<String> patterns =
        ImmutableSortedSet.orderedBy(String.CASE_INSENSITIVE_ORDER);
    left.stream().forEach(name -> patterns.add(names.get(name)));
    chosen.sort(Comparator.comparingInt(pattern -> pattern.names().cardinality()));
    for (WordPattern pattern : chosen) {
      int[] alone = pattern.names().stream().filter(name -> times[name] == 1).toArray();
      if (alone.length == 1) {
        // Worth no more than the name itself, which says more.
        patterns.add(names.get(alone[0]));
      } else if (alone.length > 1) {
        patterns.add(pattern.text());
      }
      if (alone.length < 2) {
        pattern.names().stream().filter(name -> times[name] > 1).forEach(name -> times[name]--);
      }
    }
    return patterns.build();
  }
}
