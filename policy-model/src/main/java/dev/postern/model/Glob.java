package dev.postern.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over text with IAM's two wildcards: {@code *} matches any run of characters, the empty
 * one included, {@code ?} exactly one. Characters are Unicode code points; all others are literal
 * and letter case counts.
 *
 * <p>Matching never backtracks. It takes time proportional to the text's length, times one machine
 * word for each 64 characters of a pattern with several wildcards.
 */
public final class Glob {
  /*
   * Three ways to match, chosen once:
   *
   *  - no wildcard: the text has to be equal;
   *  - stars and no question mark: a prefix, a suffix, and what has to stand between them in order;
   *  - else a GlobAutomaton.
   *
   * Looking for a text in another takes their lengths multiplied at worst, so only short texts, and
   * few, are looked for so.
   */
  static final int ANY_RUN = -1;
  static final int ANY_ONE = -2;

  private final int[] symbols;
  private final @Nullable String literal;
  private final @Nullable Segments segments;
  // Built on first use by whichever thread comes first; a second one would be equal.
  private volatile @Nullable GlobAutomaton automaton;

  private Glob(int[] symbols) {
    this.symbols = symbols;
    boolean stars = has(symbols, ANY_RUN);
    boolean questions = has(symbols, ANY_ONE);
    this.literal = stars || questions ? null : text(symbols, 0, symbols.length);
    this.segments = stars && !questions ? Segments.of(symbols) : null;
  }

  /** Reads a pattern in which every {@code *} and {@code ?} is a wildcard. */
  public static Glob of(String pattern) {
    Builder glob = builder();
    int i = 0;
    while (i < pattern.length()) {
      int c = pattern.codePointAt(i);
      switch (c) {
        case '*' -> glob.anyRun();
        case '?' -> glob.anyOne();
        default -> glob.character(c);
      }
      i += Character.charCount(c);
    }
    return glob.build();
  }

  private static boolean has(int[] symbols, int symbol) {
    for (int each : symbols) {
      if (each == symbol) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is one or more {@code *} and nothing else. */
  static boolean isStars(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '*') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** For patterns in which some {@code *} or {@code ?} is an ordinary character. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    if (literal != null) {
      return literal.equals(text);
    }
    if (segments != null) {
      return segments.match(text);
    }
    return automaton().matches(text);
  }

  private GlobAutomaton automaton() {
    GlobAutomaton known = automaton;
    if (known == null) {
      known = new GlobAutomaton(symbols);
      automaton = known;
    }
    return known;
  }

  /**
   * Whether it matches every text that another pattern matches. Exact but for patterns of more than
   * 4,096 characters, or made so that the proof would be very long: these are not covered.
   */
  public boolean covers(Glob other) {
    return GlobInclusion.covers(symbols, other.symbols);
  }

  /**
   * Whether there is a text that both match; exact. Takes time proportional to the other pattern's
   * length, times one machine word for each 64 characters of this one.
   */
  public boolean meets(Glob other) {
    return automaton().meets(other.symbols);
  }

  /** The same pattern in lower case, for texts in lower case; ASCII letters only. */
  public Glob ignoringAsciiCase() {
    return new Glob(Arrays.stream(symbols).map(c -> c >= 'A' && c <= 'Z' ? c + 32 : c).toArray());
  }

  /** Whether it matches every text. */
  public boolean matchesEverything() {
    return symbols.length == 1 && symbols[0] == ANY_RUN;
  }

  /** Whether it matches one text only. */
  public boolean isLiteral() {
    return literal != null;
  }

  private static String text(int[] symbols, int from, int to) {
    return new String(symbols, from, to - from);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof Glob other && Arrays.equals(symbols, other.symbols);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(symbols);
  }

  /** The pattern; literal wildcards are shown as <code>${*}</code> and <code>${?}</code>. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int symbol : symbols) {
      switch (symbol) {
        case ANY_RUN -> text.append('*');
        case ANY_ONE -> text.append('?');
        case '*', '?' -> text.append("${").appendCodePoint(symbol).append('}');
        default -> text.appendCodePoint(symbol);
      }
    }
    return text.toString();
  }

  /** Puts a pattern together piece by piece. */
  public static final class Builder {
    private int[] symbols = new int[16];
    private int length;

    private Builder() {}

    /** Ordinary text: no character of it is a wildcard. */
    public Builder literal(String text) {
      text.codePoints().forEach(this::character);
      return this;
    }

    /** Any run of characters. Several in a row are one. */
    public Builder anyRun() {
      return length > 0 && symbols[length - 1] == ANY_RUN ? this : add(ANY_RUN);
    }

    /** Exactly one character. */
    public Builder anyOne() {
      return add(ANY_ONE);
    }

    private void character(int codePoint) {
      add(codePoint);
    }

    private Builder add(int symbol) {
      if (length == symbols.length) {
        symbols = Arrays.copyOf(symbols, length * 2);
      }
      symbols[length++] = symbol;
      return this;
    }

    /** The pattern. */
    public Glob build() {
      return new Glob(Arrays.copyOf(symbols, length));
    }
  }

  /**
   * What stands before the first star, between the stars, and behind the last.
   *
   * @param inner the texts between the stars, none of them empty
   */
  private record Segments(String prefix, ImmutableList<String> inner, String suffix) {
    private static final int MOST_INNER = 4;
    private static final int LONGEST_INNER = 32;

    /** The segments of a pattern; null where they are too many, too long or cut in half. */
    private static @Nullable Segments of(int[] symbols) {
      List<String> texts = new ArrayList<>();
      int start = 0;
      for (int i = 0; i <= symbols.length; i++) {
        if (i == symbols.length || symbols[i] == ANY_RUN) {
          texts.add(text(symbols, start, i));
          start = i + 1;
        }
      }
      List<String> inner = texts.subList(1, texts.size() - 1);
      boolean cheap = inner.size() <= MOST_INNER && areShort(inner);
      return cheap && !splitPairs(texts)
          ? new Segments(texts.get(0), ImmutableList.copyOf(inner), texts.get(texts.size() - 1))
          : null;
    }

    private static boolean areShort(List<String> texts) {
      for (String text : texts) {
        if (text.length() > LONGEST_INNER) {
          return false;
        }
      }
      return true;
    }

    private static boolean splitPairs(List<String> texts) {
      for (String text : texts) {
        if (splitsPair(text)) {
          return true;
        }
      }
      return false;
    }

    /* Compared by UTF-16 units, so a lone surrogate must not pass for half of a pair. */
    private static boolean splitsPair(String text) {
      return !text.isEmpty()
          && (Character.isLowSurrogate(text.charAt(0))
              || Character.isHighSurrogate(text.charAt(text.length() - 1)));
    }

    private boolean match(String text) {
      int at = prefix.length();
      int end = text.length() - suffix.length();
      if (end < at || !text.startsWith(prefix) || !text.endsWith(suffix)) {
        return false;
      }
      for (int i = 0; i < inner.size(); i++) {
        String segment = inner.get(i);
        int found = text.indexOf(segment, at);
        at = found + segment.length();
        if (found < 0 || at > end) {
          return false;
        }
      }
      return true;
    }
  }
}
