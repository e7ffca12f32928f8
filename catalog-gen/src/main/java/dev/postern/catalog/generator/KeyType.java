package dev.postern.catalog.generator;

import com.google.common.base.Ascii;

/**
 * What the values of a condition key are.
 *
 * @param letter {@code s a b n d i y} for {@code String}, {@code ARN}, {@code Bool}, {@code
 *     Numeric}, {@code Date}, {@code IPAddress} and {@code Binary}; the capital when a request may
 *     hold several values
 */
record KeyType(char letter) {
  private static final String MANY = "ArrayOf";
  private static final String LETTERS = "sabndiy";

  KeyType {
    if (LETTERS.indexOf(Ascii.toLowerCase(letter)) < 0) {
      throw new RefusedException("key type `" + letter + "`; expected one of " + LETTERS);
    }
  }

  /** The type that the source writes {@code String} or {@code ArrayOfString}. */
  static KeyType of(Node node) {
    String text = node.text();
    boolean many = text.startsWith(MANY);
    char single =
        switch (many ? text.substring(MANY.length()) : text) {
          case "String" -> 's';
          case "ARN" -> 'a';
          case "Bool" -> 'b';
          case "Numeric" -> 'n';
          case "Date" -> 'd';
          case "IPAddress" -> 'i';
          case "Binary" -> 'y';
          default ->
              throw node.refuse(
                  "key type `" + text + "`",
                  "String, ARN, Bool, Numeric, Date, IPAddress or Binary, or ArrayOf one");
        };
    return new KeyType(many ? Ascii.toUpperCase(single) : single);
  }

  @Override
  public String toString() {
    return String.valueOf(letter);
  }
}
