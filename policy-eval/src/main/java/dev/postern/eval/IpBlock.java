package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A CIDR block: the addresses of one family that share their first bits. An address without prefix
 * length is a block of itself. AWS: "IAM JSON policy elements: Condition operators".
 *
 * @param first the block's first address; the bits behind the prefix do not count
 * @param prefixLength how many bits the addresses share
 */
record IpBlock(IpValue first, int prefixLength) {
  private static final ImmutableList<IpBlock> RFC_1918 =
      ImmutableList.of(
          new IpBlock(new IpValue(false, 10L << 56, 0), 8),
          new IpBlock(new IpValue(false, (172L << 56) | (16L << 48), 0), 12),
          new IpBlock(new IpValue(false, (192L << 56) | (168L << 48), 0), 16));

  IpBlock {
    if (prefixLength < 0 || prefixLength > first.width()) {
      throw new IllegalArgumentException("no prefix has " + prefixLength + " bits");
    }
    first = first.prefix(prefixLength);
  }

  /** Reads an address with or without prefix length; nothing if it is none. */
  static Optional<IpBlock> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      // U11: AWS gives the default as /32 without a word on IPv6; a single address it is, too.
      return IpValue.parse(text).map(address -> new IpBlock(address, address.width()));
    }
    int length = IpValue.shortNumber(text, slash + 1, text.length());
    return IpValue.parse(text.substring(0, slash))
        .filter(address -> length >= 0 && length <= address.width())
        .map(address -> new IpBlock(address, length));
  }

  /** Whether an address lies in the block; one of the other family never does. */
  boolean contains(IpValue address) {
    return first.sharesPrefix(address, prefixLength);
  }

  /** Whether it is a block of IPv6 addresses. */
  boolean isIpv6() {
    return first.isIpv6();
  }

  /** Whether it lies in one of the private ranges of RFC 1918. */
  boolean isPrivate() {
    return RFC_1918.stream()
        .anyMatch(range -> prefixLength >= range.prefixLength && range.contains(first));
  }

  /** The IPv4 block that an IPv6 block of mapped addresses stands for; any other block itself. */
  IpBlock unmapped() {
    int mapped = IpValue.IPV6_WIDTH - IpValue.IPV4_WIDTH;
    return prefixLength < mapped
        ? this
        : first
            .embeddedIpv4()
            .map(inside -> new IpBlock(inside, prefixLength - mapped))
            .orElse(this);
  }
}
