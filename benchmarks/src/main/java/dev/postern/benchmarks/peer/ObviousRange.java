package dev.postern.benchmarks.peer;

import com.google.common.net.InetAddresses;

/** A range of IPv4 addresses. */
final class ObviousRange {
  private final int network;
  private final int mask;

  ObviousRange(String range) {
    int slash = range.indexOf('/');
    int length = Integer.parseInt(range.substring(slash + 1));
    mask = length == 0 ? 0 : -1 << (32 - length);
    network = InetAddresses.coerceToInteger(InetAddresses.forString(range.substring(0, slash)));
  }

  boolean contains(String address) {
    int bits = 0;
    int field = 0;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == '.') {
        bits = bits << 8 | field;
        field = 0;
      } else {
        field = field * 10 + (c - '0');
      }
    }
    return ((bits << 8 | field) & mask) == (network & mask);
  }
}
