package dev.postern.model.json;

import org.jspecify.annotations.Nullable;

/** A place in a JSON text that moves from token to token. */
final class TextCursor {
  /** What stands behind the end: no JSON text holds it outside of a string. */
  static final char END = '\0';

  private final String text;
  private int position;

  TextCursor(String text) {
    this.text = text;
  }

  /** Where it stands. */
  int position() {
    return position;
  }

  /** Whether nothing is left. */
  boolean atEnd() {
    return position >= text.length();
  }

  /** The character that comes next, or {@link #END}. */
  char here() {
    return at(position);
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : END;
  }

  /** What stands from {@code start} up to here. */
  String from(int start) {
    return text.substring(start, position);
  }

  /** Skips white space: blank, tab, line feed and carriage return. */
  void skipSpace() {
    while (isSpace(at(position))) {
      position++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** Passes one character. */
  void pass() {
    position++;
  }

  /** Passes one character and the white space behind it. */
  void skip() {
    position++;
    skipSpace();
  }

  /** Skips an opening bracket; and the closing one, if nothing is between them. */
  boolean skipIfClosed(char close) {
    skip();
    if (here() != close) {
      return false;
    }
    position++;
    return true;
  }

  /** Passes a word; false, and unmoved, if another one stands here. */
  boolean take(String word) {
    if (!text.startsWith(word, position)) {
      return false;
    }
    position += word.length();
    return true;
  }

  /** Whether the characters before and here belong to one word. */
  boolean isInWord() {
    return position > 0
        && Character.isLetterOrDigit(at(position - 1))
        && Character.isLetterOrDigit(here());
  }

  /** Passes a number; false, somewhere inside, if it is malformed. */
  boolean takeNumber() {
    if (here() == '-') {
      position++;
    }
    boolean zero = here() == '0';
    int start = position;
    if (!takeDigits() || (zero && position > start + 1)) {
      return false;
    }
    if (here() == '.') {
      position++;
      if (!takeDigits()) {
        return false;
      }
    }
    if (here() == 'e' || here() == 'E') {
      position++;
      if (here() == '+' || here() == '-') {
        position++;
      }
      return takeDigits();
    }
    return true;
  }

  private boolean takeDigits() {
    int start = position;
    while (here() >= '0' && here() <= '9') {
      position++;
    }
    return position > start;
  }

  /** Passes a string and gives its text; null, somewhere inside, if it is malformed. */
  @Nullable String takeString() {
    int start = position + 1;
    int end = start;
    char c = at(end);
    while (c != '"' && c != '\\' && c >= ' ') {
      c = at(++end);
    }
    if (c == '"') {
      position = end + 1;
      return text.substring(start, end);
    }
    return c == '\\' ? takeEscaped(start, end) : null;
  }

  private @Nullable String takeEscaped(int start, int escape) {
    StringBuilder resolved = new StringBuilder().append(text, start, escape);
    position = escape;
    while (here() != '"') {
      char c = here();
      if (c < ' ') {
        return null;
      }
      if (c != '\\') {
        resolved.append(c);
        position++;
      } else if (!takeEscape(resolved)) {
        return null;
      }
    }
    position++;
    return resolved.toString();
  }

  private boolean takeEscape(StringBuilder resolved) {
    char c = at(position + 1);
    int simple = "\"\\/bfnrt".indexOf(c);
    if (simple >= 0) {
      resolved.append("\"\\/\b\f\n\r\t".charAt(simple));
      position += 2;
      return true;
    }
    int unit = c == 'u' ? hexadecimal(position + 2) : -1;
    if (unit < 0) {
      return false;
    }
    resolved.append((char) unit);
    position += 6;
    return true;
  }

  /* The value of four digits, or -1. ASCII only: Character.digit knows other scripts' digits. */
  private int hexadecimal(int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      char c = at(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
