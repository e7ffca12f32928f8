package dev.postern.eval;

import java.util.Optional;

/**
 * An IPv4 or IPv6 address as the IP operators compare it: bits and a family. An IPv4 address is
 * written as four decimal numbers without leading zeros, an IPv6 address as RFC 4291 has it,
 * without a zone. One that maps IPv4, such as {@code ::ffff:203.0.113.7}, stays an IPv6 address.
 * AWS: "IAM JSON policy elements: Condition operators".
 *
 * @param isIpv6 the family
 * @param high the first 64 bits
 * @param low the last 64 bits; an IPv4 address fills the first 32 bits and leaves the others zero
 */
record IpValue(boolean isIpv6, long high, long low) {
  /** How many bits an address of either family has. */
  static final int IPV6_WIDTH = 128;

  static final int IPV4_WIDTH = 32;

  private static final int GROUPS = 8;
  private static final long MAPPED = 0xffff;

  /** Reads an address; nothing if it is none. */
  static Optional<IpValue> parse(String text) {
    return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
  }

  private static Optional<IpValue> ipv4(String text) {
    long bits = ipv4Bits(text, 0);
    return bits < 0 ? Optional.empty() : Optional.of(ofIpv4(bits));
  }

  private static IpValue ofIpv4(long bits) {
    return new IpValue(false, bits << 32, 0);
  }

  private static Optional<IpValue> ipv6(String text) {
    long[] groups = new long[GROUPS];
    int count = 0;
    int gap = text.startsWith("::") ? 0 : -1;
    int at = gap < 0 ? 0 : 2;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      int end = colon < 0 ? text.length() : colon;
      boolean embedsIpv4 = colon < 0 && text.indexOf('.', at) >= 0;
      long bits = embedsIpv4 ? ipv4Bits(text, at) : group(text, at, end);
      if (bits < 0 || count + (embedsIpv4 ? 2 : 1) > GROUPS) {
        return Optional.empty();
      }
      if (embedsIpv4) {
        groups[count++] = bits >>> 16;
      }
      groups[count++] = bits & 0xffff;
      at = end + 1;
      if (at == text.length()) {
        return Optional.empty();
      }
      if (text.startsWith(":", at)) {
        if (gap >= 0) {
          return Optional.empty();
        }
        gap = count;
        at++;
      }
    }
    return ofGroups(groups, count, gap);
  }

  /* `::` stands for one group or more. */
  private static Optional<IpValue> ofGroups(long[] groups, int count, int gap) {
    if (gap < 0 ? count < GROUPS : count == GROUPS) {
      return Optional.empty();
    }
    int before = gap < 0 ? count : gap;
    int omitted = GROUPS - count;
    long high = 0;
    long low = 0;
    for (int i = 0; i < GROUPS; i++) {
      long group = i < before ? groups[i] : i < before + omitted ? 0 : groups[i - omitted];
      high = (high << 16) | (low >>> 48);
      low = (low << 16) | group;
    }
    return Optional.of(new IpValue(true, high, low));
  }

  /* One to four hexadecimal digits, or -1. */
  private static int group(String text, int from, int to) {
    if (to == from || to - from > 4) {
      return -1;
    }
    int bits = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      bits = (bits << 4) | digit;
    }
    return bits;
  }

  /* The 32 bits of the IPv4 address that takes the rest of a text, or -1. */
  private static long ipv4Bits(String text, int from) {
    long bits = 0;
    int at = from;
    for (int i = 0; i < 4; i++) {
      int dot = text.indexOf('.', at);
      int end = i == 3 ? text.length() : dot;
      int number = end < 0 ? -1 : octet(text, at, end);
      if (number < 0) {
        return -1;
      }
      bits = (bits << 8) | number;
      at = end + 1;
    }
    return bits;
  }

  /* A number up to 255, or -1. */
  private static int octet(String text, int from, int to) {
    int number = shortNumber(text, from, to);
    return number > 255 ? -1 : number;
  }

  /** A number of one to three digits without leading zeros, or -1. */
  static int shortNumber(String text, int from, int to) {
    int length = to - from;
    if (length < 1 || length > 3 || (length > 1 && text.charAt(from) == '0')) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** The IPv4 address inside of {@code ::ffff:a.b.c.d}. */
  Optional<IpValue> embeddedIpv4() {
    return isIpv6 && high == 0 && low >>> 32 == MAPPED
        ? Optional.of(ofIpv4(low & 0xffff_ffffL))
        : Optional.empty();
  }

  /** How many bits an address of this family has. */
  int width() {
    return isIpv6 ? IPV6_WIDTH : IPV4_WIDTH;
  }

  /** The address with every bit behind the first {@code length} zero. */
  IpValue prefix(int length) {
    return new IpValue(isIpv6, high & mask(length), low & mask(length - 64));
  }

  /** Whether another address is of the same family and has the same first bits. */
  boolean sharesPrefix(IpValue other, int length) {
    return isIpv6 == other.isIpv6
        && ((high ^ other.high) & mask(length)) == 0
        && ((low ^ other.low) & mask(length - 64)) == 0;
  }

  /* The first so many of 64 bits. */
  private static long mask(int length) {
    return length <= 0 ? 0 : length >= 64 ? -1 : -1L << (64 - length);
  }
}
