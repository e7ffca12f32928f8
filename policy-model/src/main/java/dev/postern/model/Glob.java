package dev.postern.model;

import java.util.Arrays;
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
   *  - one star and no question mark: a prefix and a suffix;
   *  - else a GlobAutomaton.
   */
  static final int ANY_RUN = -1;
  static final int ANY_ONE = -2;

  private final int[] symbols;
  private final @Nullable String literal;
  private final @Nullable Affixes affixes;
  // Built on first use by whichever thread comes first; a second one would be equal.
  private volatile @Nullable GlobAutomaton automaton;

  private Glob(int[] symbols) {
    this.symbols = symbols;
    long stars = Arrays.stream(symbols).filter(s -> s == ANY_RUN).count();
    boolean questions = Arrays.stream(symbols).anyMatch(s -> s == ANY_ONE);
    this.literal = stars == 0 && !questions ? text(symbols, 0, symbols.length) : null;
    this.affixes = stars == 1 && !questions ? Affixes.around(symbols) : null;
  }

  /** Reads a pattern in which every {@code *} and {@code ?} is a wildcard. */
  public static Glob of(String pattern) {
    Builder glob = builder();
    pattern
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '*' -> glob.anyRun();
                case '?' -> glob.anyOne();
                default -> glob.character(c);
              }
            });
    return glob.build();
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
    if (affixes != null) {
      return affixes.match(text);
    }
    GlobAutomaton known = automaton;
    if (known == null) {
      known = new GlobAutomaton(symbols);
      automaton = known;
    }
    return known.matches(text);
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

  /** What stands before and behind the only star. */
  private record Affixes(String prefix, String suffix) {
    private static Affixes around(int[] symbols) {
      int star = 0;
      while (symbols[star] != ANY_RUN) {
        star++;
      }
      return new Affixes(text(symbols, 0, star), text(symbols, star + 1, symbols.length));
    }

    /* Compared by UTF-16 units, so a lone surrogate must not pass for half of a pair. */
    private boolean match(String text) {
      int rest = text.length() - suffix.length();
      return rest >= prefix.length()
          && text.startsWith(prefix)
          && text.endsWith(suffix)
          && !splitsPair(text, prefix.length())
          && !splitsPair(text, rest);
    }

    private static boolean splitsPair(String text, int at) {
      return at > 0
          && at < text.length()
          && Character.isLowSurrogate(text.charAt(at))
          && Character.isHighSurrogate(text.charAt(at - 1));
    }
  }
}
