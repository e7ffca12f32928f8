package dev.postern.cli.html;

import java.util.Arrays;

/** What a character of a policy belongs to, and so its colour. */
enum Ink {
  /** Brackets, commas, blanks. */
  PLAIN(""),
  /** The name of a member. */
  KEY("k"),
  /** Any other string. */
  STRING("s"),
  /** A number, or a word such as {@code true}. */
  WORD("n"),
  /** The mark of what is left out of a line. */
  CUT("cut");

  private final String css;

  Ink(String css) {
    this.css = css;
  }

  /** The class that the style sheet knows it by; empty if it looks like the rest. */
  String css() {
    return css;
  }

  /** The ink of each character of a line. A line that is no JSON gets some ink, too. */
  static Ink[] of(String line) {
    Ink[] inks = new Ink[line.length()];
    Arrays.fill(inks, PLAIN);
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      int end = i + 1;
      if (c == '"') {
        end = endOfString(line, i);
        Arrays.fill(inks, i, end, isKey(line, end) ? KEY : STRING);
      } else if (isWord(c)) {
        while (end < line.length() && isWord(line.charAt(end))) {
          end++;
        }
        Arrays.fill(inks, i, end, WORD);
      }
      i = end;
    }
    return inks;
  }

  private static int endOfString(String line, int quote) {
    int i = quote + 1;
    while (i < line.length() && line.charAt(i) != '"') {
      i += line.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, line.length());
  }

  private static boolean isKey(String line, int end) {
    int i = end;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i < line.length() && line.charAt(i) == ':';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '+';
  }
}
