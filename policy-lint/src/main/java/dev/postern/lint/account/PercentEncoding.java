package dev.postern.lint.account;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Percent-encoding of UTF-8. RFC 3986, section 2.1. A plus sign is a plus sign: only forms of HTML
 * mean a space by it.
 */
final class PercentEncoding {
  private static final int TRIPLET = 3;

  private PercentEncoding() {}

  /**
   * What a text stands for; nothing if it is not encoded so.
   *
   * @param places is told of each character of the result where in the text it begins
   */
  static Optional<String> decode(String text, IntConsumer places) {
    StringBuilder decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '%') {
        places.accept(at);
        decoded.append(text.charAt(at++));
        continue;
      }
      int octets = length(octet(text, at));
      Optional<String> character = character(text, at, octets);
      if (character.isEmpty()) {
        return Optional.empty();
      }
      for (int i = 0; i < character.get().length(); i++) {
        places.accept(at);
      }
      decoded.append(character.get());
      at += TRIPLET * octets;
    }
    return Optional.of(decoded.toString());
  }

  /* Of the octets that begin no character the decoder makes none either. */
  private static int length(int first) {
    return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  private static Optional<String> character(String text, int at, int length) {
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) {
      int octet = octet(text, at + TRIPLET * i);
      if (octet < 0) {
        return Optional.empty();
      }
      octets[i] = (byte) octet;
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The octet that stands at a place; negative if none does. */
  private static int octet(String text, int at) {
    if (at + TRIPLET > text.length() || text.charAt(at) != '%') {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
