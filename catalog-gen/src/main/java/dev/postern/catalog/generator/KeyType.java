package dev.postern.catalog.generator;

import com.google.common.base.Ascii;
import java.util.Optional;

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
  private static final char NONE = '-';

  /** What the sources may write. */
  static final String EXPECTED =
      "String, ARN, Bool, Numeric, Date, IPAddress or Binary, or ArrayOf one";

  KeyType {
    if (LETTERS.indexOf(Ascii.toLowerCase(letter)) < 0) {
      throw new RefusedException("key type `" + letter + "`; expected one of " + LETTERS);
    }
  }

  /** The type that the source writes {@code String} or {@code ArrayOfString}. */
  static KeyType of(Node node) {
    return parse(node.text())
        .orElseThrow(() -> node.refuse("key type `" + node.text() + "`", EXPECTED));
  }

  /** The type that is written {@code String} or {@code ArrayOfString}. */
  static Optional<KeyType> parse(String text) {
    boolean many = text.startsWith(MANY);
    char letter =
        switch (many ? text.substring(MANY.length()) : text) {
          case "String" -> 's';
          case "ARN" -> 'a';
          case "Bool" -> 'b';
          case "Numeric" -> 'n';
          case "Date" -> 'd';
          case "IPAddress" -> 'i';
          case "Binary" -> 'y';
          default -> NONE;
        };
    return letter == NONE
        ? Optional.empty()
        : Optional.of(new KeyType(many ? Ascii.toUpperCase(letter) : letter));
  }

  @Override
  public String toString() {
    return String.valueOf(letter);
  }
}
