package dev.postern.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** Whether every text that one pattern matches is matched by another. */
final class GlobInclusion {
  /*
   * Both patterns are run side by side over every text that the inner one takes: a place in the
   * inner pattern, and the set of places where the outer one may be then. Where the inner one may
   * end and the outer one may not, there is a text that only the inner one matches. Of two sets at
   * one place the smaller is the harder case, so the larger need not be looked at.
   *
   * Characters that neither pattern names are all alike; one of them stands for all.
   *
   * Sets may be many if somebody wants them to be. Beyond a limit the answer is no: not proven.
   */
  private static final int LARGEST = 4_096;
  private static final int MOST_CASES = 20_000;
  private static final int OTHER = -3;

  private final int[] outer;
  private final int[] inner;
  private final int[] alphabet;
  private final List<List<BitSet>> seen = new ArrayList<>();
  private final Deque<Case> open = new ArrayDeque<>();
  private int cases;

  /** A place in the inner pattern, and where the outer one may be. */
  private record Case(int place, BitSet outer) {}

  private GlobInclusion(int[] outer, int[] inner) {
    this.outer = outer;
    this.inner = inner;
    this.alphabet =
        IntStream.concat(
                IntStream.of(OTHER),
                IntStream.concat(IntStream.of(outer), IntStream.of(inner))
                    .filter(symbol -> symbol >= 0))
            .distinct()
            .toArray();
    for (int place = 0; place <= inner.length; place++) {
      seen.add(new ArrayList<>());
    }
  }

  static boolean covers(int[] outer, int[] inner) {
    return outer.length <= LARGEST
        && inner.length <= LARGEST
        && new GlobInclusion(outer, inner).isIncluded();
  }

  private boolean isIncluded() {
    BitSet start = new BitSet();
    addWithSkips(start, 0);
    add(0, start);
    while (!open.isEmpty()) {
      Case one = open.remove();
      if (one.place == inner.length && !one.outer.get(outer.length)) {
        return false;
      }
      if (cases > MOST_CASES) {
        return false;
      }
      follow(one);
    }
    return true;
  }

  private void follow(Case one) {
    if (one.place == inner.length) {
      return;
    }
    int symbol = inner[one.place];
    switch (symbol) {
      case Glob.ANY_RUN -> {
        add(one.place + 1, one.outer);
        for (int character : alphabet) {
          add(one.place, step(one.outer, character));
        }
      }
      case Glob.ANY_ONE -> {
        for (int character : alphabet) {
          add(one.place + 1, step(one.outer, character));
        }
      }
      default -> add(one.place + 1, step(one.outer, symbol));
    }
  }

  private void add(int place, BitSet set) {
    List<BitSet> known = seen.get(place);
    if (known.stream().anyMatch(other -> isWithin(other, set))) {
      return;
    }
    known.removeIf(other -> isWithin(set, other));
    known.add(set);
    cases++;
    open.add(new Case(place, set));
  }

  private static boolean isWithin(BitSet one, BitSet other) {
    BitSet rest = (BitSet) one.clone();
    rest.andNot(other);
    return rest.isEmpty();
  }

  /* Where the outer pattern may be after one more character. */
  private BitSet step(BitSet places, int character) {
    BitSet next = new BitSet();
    PrimitiveIterator.OfInt each = places.stream().iterator();
    while (each.hasNext()) {
      int place = each.nextInt();
      if (place == outer.length) {
        continue;
      }
      int symbol = outer[place];
      if (symbol == Glob.ANY_RUN) {
        addWithSkips(next, place);
      } else if (symbol == Glob.ANY_ONE || symbol == character) {
        addWithSkips(next, place + 1);
      }
    }
    return next;
  }

  /* A star may stand for nothing. */
  private void addWithSkips(BitSet places, int place) {
    int at = place;
    places.set(at);
    while (at < outer.length && outer[at] == Glob.ANY_RUN) {
      at++;
      places.set(at);
    }
  }
}
