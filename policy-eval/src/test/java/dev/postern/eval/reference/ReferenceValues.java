package dev.postern.eval.reference;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that operators compare, read in the plainest way. AWS: "IAM JSON policy elements:
 * Condition operators"; W3C: "Date and Time Formats"; RFC 4291.
 */
final class ReferenceValues {
  private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)");
  private static final Pattern EPOCH = Pattern.compile("[+-]?([0-9]{1,3}|[0-9]{5,})");
  private static final Pattern DATE =
      Pattern.compile(
          "([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
              + "(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?"
              + ")?)?)?");

  /* ::ffff:0:0/96 */
  private static final String MAPPED = "0".repeat(80) + "1".repeat(16);

  private ReferenceValues() {}

  /** Six fields, the first {@code arn}. */
  static boolean isArn(ReferenceText text) {
    List<ReferenceText> fields = text.fields(6);
    ReferenceText first = fields.get(0);
    return fields.size() == 6
        && first.text().equals("arn")
        && first.marks().stream().allMatch(ReferenceText.Mark::written);
  }

  static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** Seconds since 1970 with their fraction. Four digits are a year. */
  static Optional<BigDecimal> instant(String text) {
    if (EPOCH.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text));
    }
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      long seconds =
          LocalDateTime.of(
                  field(date, 1, 0),
                  field(date, 2, 1),
                  field(date, 3, 1),
                  field(date, 4, 0),
                  field(date, 5, 0),
                  field(date, 6, 0))
              .toEpochSecond(zone(date.group(8)));
      BigDecimal fraction =
          date.group(7) == null ? BigDecimal.ZERO : new BigDecimal("0" + date.group(7));
      return Optional.of(new BigDecimal(seconds).add(fraction));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int field(Matcher date, int group, int absent) {
    return date.group(group) == null ? absent : Integer.parseInt(date.group(group));
  }

  private static ZoneOffset zone(String text) {
    return text == null ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  static boolean sameOctets(String v, String x) {
    try {
      return v.length() % 4 == 0
          && x.length() % 4 == 0
          && Arrays.equals(Base64.getDecoder().decode(v), Base64.getDecoder().decode(x));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Addresses as their bits, each a character; a block is those that begin with the same. */
  record Block(String address, int length) {
    boolean contains(String other) {
      return other.length() == address.length() && other.startsWith(address.substring(0, length));
    }
  }

  /** AWS does not say whether an IPv4 address written as an IPv6 one is the one or the other. */
  static boolean contains(String v, String x, Readings readings) {
    Optional<Block> block = block(v);
    Optional<String> address = address(x);
    if (block.isEmpty() || address.isEmpty()) {
      return false;
    }
    boolean mapped = isMapped(address.get()) || isMapped(block.get());
    if (mapped && readings.of("U10")) {
      return unmapped(block.get()).contains(unmapped(address.get()));
    }
    return block.get().contains(address.get());
  }

  private static boolean isMapped(Block block) {
    return block.length() >= MAPPED.length() && isMapped(block.address());
  }

  private static boolean isMapped(String address) {
    return address.length() == 128 && address.startsWith(MAPPED);
  }

  private static Block unmapped(Block block) {
    return isMapped(block)
        ? new Block(unmapped(block.address()), block.length() - MAPPED.length())
        : block;
  }

  private static String unmapped(String address) {
    return isMapped(address) ? address.substring(MAPPED.length()) : address;
  }

  static Optional<Block> block(String text) {
    int slash = text.indexOf('/');
    Optional<String> address = address(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int most = address.get().length();
    return slash < 0
        ? Optional.of(new Block(address.get(), most))
        : decimal(text.substring(slash + 1), most).map(n -> new Block(address.get(), n));
  }

  private static Optional<Integer> decimal(String text, int most) {
    boolean plain =
        Pattern.matches("[0-9]{1,3}", text) && (text.length() == 1 || text.charAt(0) != '0');
    return plain && Integer.parseInt(text) <= most
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  static Optional<String> address(String text) {
    return text.contains(":") ? ipv6(text) : ipv4(text);
  }

  private static String bits(int number, int length) {
    String bits = Integer.toBinaryString(number);
    return "0".repeat(length - bits.length()) + bits;
  }

  private static Optional<String> ipv4(String text) {
    String[] parts = text.split("\\.", -1);
    StringBuilder bits = new StringBuilder();
    for (String part : parts) {
      Optional<Integer> octet = decimal(part, 255);
      if (parts.length != 4 || octet.isEmpty()) {
        return Optional.empty();
      }
      bits.append(bits(octet.get(), 8));
    }
    return Optional.of(bits.toString());
  }

  private static Optional<String> ipv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(all -> all.length() == 128);
    }
    Optional<String> head = groups(text.substring(0, gap));
    Optional<String> tail = groups(text.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty() || text.substring(0, gap).contains(".")) {
      return Optional.empty();
    }
    // AWS follows RFC 4291: the gap stands for one group or more.
    int missing = 128 - head.get().length() - tail.get().length();
    return missing < 16
        ? Optional.empty()
        : Optional.of(head.get() + "0".repeat(missing) + tail.get());
  }

  private static Optional<String> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of("");
    }
    StringBuilder bits = new StringBuilder();
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (last && parts[i].contains(".")) {
        Optional<String> ipv4 = ipv4(parts[i]);
        if (ipv4.isEmpty()) {
          return Optional.empty();
        }
        bits.append(ipv4.get());
      } else if (Pattern.matches("[0-9A-Fa-f]{1,4}", parts[i])) {
        bits.append(bits(Integer.parseInt(parts[i], 16), 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(bits.toString());
  }
}
