package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A block of addresses, as the values of {@code IpAddress} name them; one address is a block, too.
 *
 * @param bits how long its addresses are: 32 for IPv4, 128 for IPv6
 * @param written the address as it was written, host bits included
 * @param length how many bits of it count
 */
record CidrBlock(int bits, BigInteger written, int length) {
  static final int IPV4 = 32;
  static final int IPV6 = 128;

  /** Reads a block; nothing if the text is none, or an IPv4 address in the dress of IPv6. */
  static Optional<CidrBlock> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    int bits = address.indexOf(':') < 0 ? IPV4 : IPV6;
    if (!InetAddresses.isInetAddress(address) || address.indexOf('%') >= 0) {
      return Optional.empty();
    }
    InetAddress read = InetAddresses.forString(address);
    @Nullable Integer length =
        slash < 0 ? Integer.valueOf(bits) : Ints.tryParse(text.substring(slash + 1));
    // A mapped IPv4 address, written with colons, reads as one of 32 bits.
    return !InetAddresses.isMappedIPv4Address(address)
            && length != null
            && length >= 0
            && length <= bits
        ? Optional.of(new CidrBlock(bits, InetAddresses.toBigInteger(read), length))
        : Optional.empty();
  }

  /** Its first address. */
  BigInteger first() {
    return written.shiftRight(bits - length).shiftLeft(bits - length);
  }

  /** The address behind its last. */
  BigInteger end() {
    return first().add(BigInteger.ONE.shiftLeft(bits - length));
  }

  /** Whether its address says more than its length lets count. */
  boolean hasHostBits() {
    return !first().equals(written);
  }

  /** The same block without host bits, as one writes it. */
  String text() {
    InetAddress address =
        bits == IPV4
            ? InetAddresses.fromIPv4BigInteger(first())
            : InetAddresses.fromIPv6BigInteger(first());
    return InetAddresses.toAddrString(address) + "/" + length;
  }

  /** Whether each address of another block is one of it. */
  boolean covers(CidrBlock other) {
    return bits == other.bits
        && first().compareTo(other.first()) <= 0
        && end().compareTo(other.end()) >= 0;
  }

  /** Whether some blocks together hold every address of this length. */
  static boolean coverAll(int bits, ImmutableList<CidrBlock> blocks) {
    BigInteger reached = BigInteger.ZERO;
    for (CidrBlock block :
        ImmutableList.sortedCopyOf(Comparator.comparing(CidrBlock::first), blocks)) {
      if (block.bits == bits && block.first().compareTo(reached) <= 0) {
        reached = reached.max(block.end());
      }
    }
    return reached.equals(BigInteger.ONE.shiftLeft(bits));
  }
}
