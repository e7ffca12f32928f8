package dev.postern.model.json;

/**
 * Follows a JSON text token by token. The tokens are known to be sound, each has been read before
 * the cursor passes it, so what stands between two is white space, a colon or a comma.
 */
final class TokenCursor {
  /*
   * Jackson knows places, too, but tells them as an object for each question, the end of a name only
   * together with the colon behind it, and the place of an error where it happened to notice.
   */
  private final String text;
  private int position;

  TokenCursor(String text) {
    this.text = text;
  }

  /** The place behind the last token passed. */
  int position() {
    return position;
  }

  /** Where the next token begins. */
  int peek() {
    int at = position;
    while (at < text.length() && isBetweenTokens(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBetweenTokens(char c) {
    return c == ' ' || c == '\n' || c == ',' || c == ':' || c == '\r' || c == '\t';
  }

  /** Passes a token that takes {@code length} characters. */
  void pass(int start, int length) {
    position = start + length;
  }

  /** Passes a string that has {@code length} characters once its escapes are resolved. */
  void passString(int start, int length) {
    int end = start + 1 + length;
    // Escapes make a string longer, so a quote in this place ends it unless it is itself escaped.
    if (text.charAt(end) != '"' || text.charAt(end - 1) == '\\') {
      end = start + 1;
      while (text.charAt(end) != '"') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
    }
    position = end + 1;
  }
}
