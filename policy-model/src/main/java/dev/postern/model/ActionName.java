package dev.postern.model;

import com.google.common.base.Ascii;

/**
 * An action of a service, such as {@code s3:GetObject}. IAM ignores the letter case of both halves,
 * so two spellings are equal.
 *
 * @param service the service prefix in lower case
 * @param name the action's name in lower case
 * @param text as it was written
 */
public record ActionName(String service, String name, String text) {

  /**
   * Reads {@code service:Name}.
   *
   * @throws IllegalArgumentException if there is no colon, either half is empty, or a wildcard,
   *     white space, comma or control character stands in it
   */
  public static ActionName of(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon == text.length() - 1 || !isPlain(text)) {
      throw new IllegalArgumentException(
          "`" + text + "` is not an action; expected `service:Name`, such as `s3:GetObject`");
    }
    String folded = Ascii.toLowerCase(text);
    return new ActionName(folded.substring(0, colon), folded.substring(colon + 1), text);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' || c == '?' || c == ',' || Character.isWhitespace(c) || c < ' ') {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object that) {
    return that instanceof ActionName other
        && service.equals(other.service)
        && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return service.hashCode() * 31 + name.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
