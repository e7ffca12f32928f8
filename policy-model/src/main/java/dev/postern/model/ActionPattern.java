package dev.postern.model;

import com.google.common.base.Ascii;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over actions: {@code *}, or a service prefix and a name, each with wildcards of its
 * own, so that none swallows the colon. Letter case does not matter. Two patterns are equal when
 * they are spelled alike. AWS: "IAM JSON policy elements: Action".
 */
public final class ActionPattern {
  private final String text;
  // Made on first use: most patterns are read, linted and printed, and never matched from here.
  private @Nullable Glob service;
  private @Nullable Glob name;

  private ActionPattern(String text) {
    this.text = text;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if {@link #isWellFormed} says no
   */
  public static ActionPattern of(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`" + text + "` is not an action; expected `*` or `service:Name`"));
  }

  /** Reads a pattern, or nothing if it is malformed. */
  public static Optional<ActionPattern> parse(String text) {
    return isWellFormed(text) ? Optional.of(new ActionPattern(text)) : Optional.empty();
  }

  /**
   * Whether it is made of {@code *} only, or has a colon with something on either side and holds no
   * white space, comma or control character.
   */
  public static boolean isWellFormed(String text) {
    // One walk: every action of every policy passes here.
    int length = text.length();
    int colon = -1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == ':' && colon < 0) {
        colon = i;
      } else if (isStray(c)) {
        return false;
      }
    }
    return colon < 0 ? Glob.isStars(text) : colon > 0 && colon < length - 1;
  }

  /** Whether it holds white space, a comma or a control character. */
  public static boolean hasStrayCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isStray(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStray(char c) {
    if (c > ' ' && c < 0x7F) {
      return c == ',';
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** Whether it stands for every action of every service without naming one: {@code *}. */
  public boolean isAny() {
    return Glob.isStars(text);
  }

  /** The pattern of the service prefix in lower case, {@code *} for {@code *}. */
  public String servicePattern() {
    return isAny() ? "*" : Ascii.toLowerCase(text.substring(0, text.indexOf(':')));
  }

  /** The pattern of the action's name in lower case, {@code *} for {@code *}. */
  public String namePattern() {
    return isAny() ? "*" : Ascii.toLowerCase(text.substring(text.indexOf(':') + 1));
  }

  /** Whether it matches; takes time linear in the action's length. */
  public boolean matches(ActionName action) {
    int head = head(action);
    if (head < 0 || head == text.length()) {
      return head >= 0;
    }
    // One star, at the end, as in `s3:Get*`, needs no more.
    return (head == text.length() - 1 && text.charAt(head) == '*') || globsMatch(action);
  }

  /*
   * How far it goes before its first wildcard; negative if the action begins otherwise, as nearly
   * all do. Asks for no globs.
   */
  private int head(ActionName action) {
    int length = action.service().length() + 1 + action.name().length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWildcard(c)) {
        return i;
      }
      if (i == length || Ascii.toLowerCase(c) != at(action, i)) {
        return -1;
      }
    }
    return text.length() == length ? length : -1;
  }

  private static char at(ActionName action, int i) {
    int colon = action.service().length();
    if (i < colon) {
      return action.service().charAt(i);
    }
    return i == colon ? ':' : action.name().charAt(i - colon - 1);
  }

  private static boolean isWildcard(char c) {
    return c == '*' || c == '?';
  }

  private boolean globsMatch(ActionName action) {
    Glob serviceGlob = service;
    Glob nameGlob = name;
    if (serviceGlob == null || nameGlob == null) {
      serviceGlob = Glob.of(servicePattern());
      nameGlob = Glob.of(namePattern());
      service = serviceGlob;
      name = nameGlob;
    }
    return serviceGlob.matches(action.service()) && nameGlob.matches(action.name());
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof ActionPattern other && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
