package dev.postern.model;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** A pattern with several wildcards, made ready to match; immutable. */
final class GlobAutomaton {
  /*
   * A nondeterministic automaton run in bit parallel (Shift-And). State i stands for "the first i
   * characters of the pattern are matched"; a star makes the state where it stands loop. One step
   * for each code point of the text:
   *
   *     next = ((states & accepts[c]) << 1) | (states & loops)
   *
   * Backtracking to the last star, the usual way, is quadratic on patterns such as `*?a?a*b`; a
   * determinized automaton is exponential on them; this one does not care.
   *
   * A set of states for each character of the alphabet would make long patterns of many different
   * characters quadratic in memory. Characters that are rarer in the pattern than a set has words
   * are kept as a list of states instead; so at most 64 characters have a set of their own.
   */
  private static final int ASCII = 128;
  private static final int[] NO_STATES = {};

  /** Two sets of states, used by one match at a time. */
  private static final class Scratch {
    private static final int WORDS = 16;

    private final long[] states;
    private final long[] next;

    private Scratch(int words) {
      this.states = new long[words];
      this.next = new long[words];
    }
  }

  private static final ThreadLocal<Scratch> SCRATCH =
      ThreadLocal.withInitial(() -> new Scratch(Scratch.WORDS));

  /** The states that take a character. */
  private static final class Accepting {
    /** Those of {@code ?}, and those of the character itself unless it is rare. */
    private final long[] set;

    /** Those of a rare character. */
    private final int[] listed;

    private Accepting(long[] set, int[] listed) {
      this.set = set;
      this.listed = listed;
    }
  }

  private final int length;
  private final int words;
  private final long[] loops;
  private final Accepting any;
  private final Accepting[] ascii = new Accepting[ASCII];
  // Of patterns of one word, what the accepting sets of ASCII characters hold.
  private final long[] asciiSets;
  private final int[] others;
  private final Accepting[] acceptingOthers;

  GlobAutomaton(int[] symbols) {
    this.length = (int) Arrays.stream(symbols).filter(s -> s != Glob.ANY_RUN).count();
    this.words = length / Long.SIZE + 1;
    this.loops = new long[words];
    this.any = new Accepting(new long[words], NO_STATES);
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    int state = 0;
    for (int symbol : symbols) {
      switch (symbol) {
        case Glob.ANY_RUN -> set(loops, state);
        case Glob.ANY_ONE -> set(any.set, state++);
        default -> {
          counts.merge(symbol, 1, Integer::sum);
          state++;
        }
      }
    }
    Arrays.fill(ascii, any);
    this.others = counts.keySet().stream().mapToInt(c -> c).filter(c -> c >= ASCII).toArray();
    this.acceptingOthers = new Accepting[others.length];
    counts.forEach(this::prepare);
    fill(symbols);
    this.asciiSets = new long[words == 1 ? ASCII : 0];
    Arrays.setAll(asciiSets, c -> ascii[c].set[0]);
  }

  private void prepare(int c, int count) {
    Accepting accepting =
        count >= words
            ? new Accepting(any.set.clone(), NO_STATES)
            : new Accepting(any.set, new int[count]);
    if (c < ASCII) {
      ascii[c] = accepting;
    } else {
      acceptingOthers[Arrays.binarySearch(others, c)] = accepting;
    }
  }

  private void fill(int[] symbols) {
    int[] seen = new int[ASCII + others.length];
    int state = 0;
    for (int symbol : symbols) {
      if (symbol >= 0) {
        Accepting accepting = accepting(symbol);
        if (accepting.listed.length == 0) {
          set(accepting.set, state);
        } else {
          int index = symbol < ASCII ? symbol : ASCII + Arrays.binarySearch(others, symbol);
          accepting.listed[seen[index]++] = state;
        }
      }
      if (symbol != Glob.ANY_RUN) {
        state++;
      }
    }
  }

  private static void set(long[] bits, int state) {
    bits[state / Long.SIZE] |= 1L << state;
  }

  private static boolean has(long[] bits, int state) {
    return ((bits[state / Long.SIZE] >>> state) & 1) != 0;
  }

  private Accepting accepting(int c) {
    if (c < ASCII) {
      return ascii[c];
    }
    int index = Arrays.binarySearch(others, c);
    return index < 0 ? any : acceptingOthers[index];
  }

  /** Whether the whole text matches. */
  boolean matches(String text) {
    return words == 1 ? matchesInOneWord(text) : matchesInManyWords(text);
  }

  private boolean matchesInOneWord(String text) {
    long[] sets = asciiSets;
    long states = 1;
    long loop = loops[0];
    int end = text.length();
    for (int i = 0; i < end; i++) {
      int c = text.charAt(i);
      long set;
      if (c < ASCII) {
        set = sets[c];
      } else {
        c = text.codePointAt(i);
        i += Character.charCount(c) - 1;
        set = accepting(c).set[0];
      }
      states = ((states & set) << 1) | (states & loop);
      if (states == 0) {
        return false;
      }
    }
    return ((states >>> length) & 1) != 0;
  }

  private boolean matchesInManyWords(String text) {
    // A match allocates nothing unless the pattern is longer than any that is written by hand.
    Scratch scratch = words <= Scratch.WORDS ? SCRATCH.get() : new Scratch(words);
    long[] states = scratch.states;
    long[] next = scratch.next;
    Arrays.fill(states, 0, words, 0);
    states[0] = 1;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!step(states, accepting(c), next)) {
        return false;
      }
      long[] spare = states;
      states = next;
      next = spare;
      i += Character.charCount(c);
    }
    return has(states, length);
  }

  /**
   * Whether it matches some text that a pattern matches. The states are those that texts of the
   * pattern so far may lead to: one more character of any kind moves each state on, and a star
   * moves the first of them to all behind it, since there is some text for each.
   */
  boolean meets(int[] pattern) {
    long[] states = new long[words];
    long[] next = new long[words];
    states[0] = 1;
    for (int symbol : pattern) {
      boolean alive =
          switch (symbol) {
            case Glob.ANY_RUN -> fill(states, next);
            case Glob.ANY_ONE -> stepByAny(states, next);
            default -> step(states, accepting(symbol), next);
          };
      if (!alive) {
        return false;
      }
      long[] spare = states;
      states = next;
      next = spare;
    }
    return has(states, length);
  }

  /* States behind the last are never asked for. */
  private boolean fill(long[] states, long[] next) {
    boolean begun = false;
    for (int w = 0; w < words; w++) {
      next[w] = begun ? -1 : -Long.lowestOneBit(states[w]);
      begun |= states[w] != 0;
    }
    return begun;
  }

  private boolean stepByAny(long[] states, long[] next) {
    long carry = 0;
    long alive = 0;
    for (int w = 0; w < words; w++) {
      next[w] = (states[w] << 1) | carry | (states[w] & loops[w]);
      carry = states[w] >>> (Long.SIZE - 1);
      alive |= next[w];
    }
    return alive != 0;
  }

  /* False when no state is left. */
  private boolean step(long[] states, Accepting accepting, long[] next) {
    long carry = 0;
    long alive = 0;
    for (int w = 0; w < words; w++) {
      long stepped = states[w] & accepting.set[w];
      next[w] = (stepped << 1) | carry | (states[w] & loops[w]);
      carry = stepped >>> (Long.SIZE - 1);
      alive |= next[w];
    }
    for (int state : accepting.listed) {
      if (has(states, state)) {
        set(next, state + 1);
        alive = 1;
      }
    }
    return alive != 0;
  }
}
