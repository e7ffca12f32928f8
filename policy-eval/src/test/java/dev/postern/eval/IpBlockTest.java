package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpBlockTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          BLOCK             | ADDRESS                 | CONTAINS
          203.0.113.7       | 203.0.113.7             | true
          203.0.113.7       | 203.0.113.8             | false
          203.0.113.7/32    | 203.0.113.7             | true
          203.0.113.7/31    | 203.0.113.6             | true
          203.0.113.7/31    | 203.0.113.8             | false
          203.0.113.77/24   | 203.0.113.7             | true
          203.0.113.0/24    | 203.0.114.0             | false
          203.0.112.0/23    | 203.0.113.255           | true
          128.0.0.0/1       | 255.255.255.255         | true
          128.0.0.0/1       | 127.255.255.255         | false
          0.0.0.0/0         | 203.0.113.7             | true
          255.255.255.255/0 | 0.0.0.0                 | true
          2001:db8::1       | 2001:0DB8:0:0:0:0:0:1   | true
          2001:db8::1       | 2001:db8::2             | false
          2001:db8::1/127   | 2001:db8::              | true
          2001:db8::/32     | 2001:db8:ffff::1        | true
          2001:db8::/32     | 2001:db9::              | false
          2001:db8::/64     | 2001:db8::ffff:0:0:0    | true
          2001:db8::/64     | 2001:db8:0:1::          | false
          2001:db8::/65     | 2001:db8::7fff:0:0:0    | true
          2001:db8::/65     | 2001:db8::8000:0:0:0    | false
          ::/0              | 2001:db8::1             | true
          """)
  void COND26_blocks(String block, String address, boolean contains) {
    assertThat(block(block).contains(address(address))).isEqualTo(contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          BLOCK              | ADDRESS
          0.0.0.0/0          | 2001:db8::1
          0.0.0.0/0          | ::
          ::/0               | 203.0.113.7
          203.0.113.0/24     | ::ffff:203.0.113.7
          ::ffff:203.0.113.7 | 203.0.113.7
          203.0.113.7        | cb00:7107::
          cb00:7107::/32     | 203.0.113.7
          """)
  void COND28_families_never_meet(String block, String address) {
    assertThat(block(block).contains(address(address))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          BLOCK           | LENGTH | IPV6  | FIRST
          203.0.113.7     | 32     | false | 203.0.113.7
          203.0.113.77/24 | 24     | false | 203.0.113.0
          203.0.113.77/0  | 0      | false | 0.0.0.0
          2001:db8::1     | 128    | true  | 2001:db8::1
          2001:db8::1/32  | 32     | true  | 2001:db8::
          ::1.2.3.4/112   | 112    | true  | ::1.2.0.0
          """)
  void COND26_host_bits_do_not_count(String block, int length, boolean isIpv6, String first) {
    assertThat(block(block).prefixLength()).isEqualTo(length);
    assertThat(block(block).isIpv6()).isEqualTo(isIpv6);
    assertThat(block(block).first()).isEqualTo(address(first));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/24",
        "203.0.113.0/",
        "203.0.113.0/33",
        "203.0.113.0/128",
        "203.0.113.0/999",
        "203.0.113.0/4294967320",
        "2001:db8::/129",
        "203.0.113.0/+24",
        "203.0.113.0/-1",
        "203.0.113.0/ 24",
        "203.0.113.0/24 ",
        "203.0.113.0 /24",
        " 203.0.113.0/24",
        "203.0.113.0/024",
        "203.0.113.0/00",
        "203.0.113.0/24/24",
        "203.0.113/24",
        "203.0.113.0/x",
        "203.0.113.0/2\u0664",
        "203.0.113.0/255.255.255.0",
        "2001:db8::/::",
        "fe80::%eth0/64",
        "fe80::/64%eth0",
        "*",
        "203.0.113.*"
      })
  void COND27_what_is_no_block(String text) {
    assertThat(IpBlock.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          BLOCK              | PRIVATE
          10.0.0.0/8         | true
          10.255.255.255     | true
          10.0.0.0/7         | false
          11.0.0.0/8         | false
          172.16.0.0/12      | true
          172.31.255.0/24    | true
          172.16.0.0/11      | false
          172.15.255.255     | false
          172.32.0.0/16      | false
          192.168.0.0/16     | true
          192.168.1.1        | true
          192.168.0.0/15     | false
          192.169.0.0/16     | false
          0.0.0.0/0          | false
          ::ffff:10.0.0.0/104 | false
          fc00::/7           | false
          a00::/8            | false
          """)
  void RFC1918_ranges_are_private(String block, boolean isPrivate) {
    assertThat(block(block).isPrivate()).isEqualTo(isPrivate);
  }

  @ParameterizedTest
  @CsvSource({"203.0.113.7, -1", "203.0.113.7, 33", "::1, -1", "::1, 129"})
  void a_prefix_is_no_longer_than_the_address(String address, int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> new IpBlock(address(address), length));
  }

  @Property
  void a_block_holds_the_addresses_that_agree_in_the_prefix_and_no_others(
      @ForAll long high,
      @ForAll long low,
      @ForAll @IntRange(max = 127) int flipped,
      @ForAll @IntRange(max = 128) int length) {
    IpValue one = new IpValue(true, high, low);
    IpValue other =
        flipped < 64
            ? new IpValue(true, high ^ (1L << (63 - flipped)), low)
            : new IpValue(true, high, low ^ (1L << (127 - flipped)));
    IpBlock block = new IpBlock(one, length);
    assertThat(block.contains(one)).isTrue();
    assertThat(block.contains(other)).isEqualTo(flipped >= length);
  }

  @Property
  void every_host_of_a_block_writes_the_same_block(
      @ForAll int one, @ForAll int other, @ForAll @IntRange(max = 32) int length) {
    IpBlock block = new IpBlock(new IpValue(false, (long) one << 32, 0), length);
    IpValue address = new IpValue(false, (long) other << 32, 0);
    assertThat(block.contains(address)).isEqualTo(new IpBlock(address, length).equals(block));
  }

  private static IpBlock block(String text) {
    return IpBlock.parse(text).orElseThrow();
  }

  private static IpValue address(String text) {
    return IpValue.parse(text).orElseThrow();
  }
}
