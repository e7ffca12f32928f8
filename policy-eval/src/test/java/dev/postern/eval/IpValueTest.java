package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TEXT                                          | IPV6  | HIGH             | LOW
          0.0.0.0                                       | false | 0                | 0
          203.0.113.7                                   | false | cb00710700000000 | 0
          255.255.255.255                               | false | ffffffff00000000 | 0
          ::                                            | true  | 0                | 0
          ::1                                           | true  | 0                | 1
          1::                                           | true  | 1000000000000    | 0
          2001:db8::1                                   | true  | 20010db800000000 | 1
          2001:0DB8:0:0:0:0:0:1                         | true  | 20010db800000000 | 1
          2001:0db8:0000:0000:0000:0000:0000:0001       | true  | 20010db800000000 | 1
          1:2:3:4:5:6:7:8                               | true  | 1000200030004    | 5000600070008
          1:2:3::6:7:8                                  | true  | 1000200030000    | 600070008
          1:2:3:4:5:6:7::                               | true  | 1000200030004    | 5000600070000
          ::2:3:4:5:6:7:8                               | true  | 200030004        | 5000600070008
          1::3:4:5:6:7:8                                | true  | 1000000030004    | 5000600070008
          ::203.0.113.7                                 | true  | 0                | cb007107
          ::ffff:203.0.113.7                            | true  | 0                | ffffcb007107
          ::FFFF:cb00:7107                              | true  | 0                | ffffcb007107
          64:ff9b::192.0.2.33                           | true  | 64ff9b00000000   | c0000221
          1:2:3:4:5:6:255.255.255.255                   | true  | 1000200030004    | 50006ffffffff
          ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255 | true  | ffffffffffffffff | ffffffffffffffff
          """)
  void COND27_addresses_are_bits(String text, boolean isIpv6, String high, String low) {
    assertThat(IpValue.parse(text)).contains(new IpValue(isIpv6, bits(high), bits(low)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "example.com",
        "${aws:SourceIp}",
        "*",
        "203.0.113.*",
        // IPv4: short and long forms, zeros, signs, blanks, other bases and scripts
        "1",
        "3405803783",
        "203.0.113",
        "203.0.28935",
        "203.0.113.7.1",
        "203.0.113.",
        ".203.0.113.7",
        "203..113.7",
        "203.0.113.256",
        "203.0.113.1000",
        "203.0.113.07",
        "203.0.113.007",
        "00.0.0.0",
        "203.0.113.+7",
        "203.0.113.-7",
        " 203.0.113.7",
        "203.0.113.7 ",
        "203.0.113.7\n",
        "0xcb.0.113.7",
        "203.0.113.7/32",
        "203.0.113.\u0667",
        "203\u30020\u3002113\u30027",
        // IPv6: too few, too many, too long, too compressed
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1::2:3:4:5:6:7:8",
        "1::2::3",
        "1:::2",
        ":1",
        "1:",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:",
        "::1:",
        "12345::",
        "::00001",
        "::g",
        "::-1",
        "::+1",
        ":: 1",
        "2001:db8::1%eth0",
        "fe80::1%1",
        "[::1]",
        "::1/128",
        "::\uff11",
        // IPv6 with an IPv4 tail
        "::1.2.3",
        "::1.2.3.4.5",
        "::1.2.3.256",
        "::01.2.3.4",
        "::1.2.3.4:1",
        "1.2.3.4::",
        "1:2:3:4:5:1.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1:2:3:4:5:6::1.2.3.4:",
        "::1.2.3.4%1",
        "::ffff:1.2.3.4/96",
        "::1.2.3.4::"
      })
  void COND27_what_is_no_address(String text) {
    assertThat(IpValue.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ADDRESS                  | IPV4
          ::ffff:203.0.113.7       | 203.0.113.7
          ::ffff:cb00:7107         | 203.0.113.7
          0:0:0:0:0:FFFF:0:0       | 0.0.0.0
          ::ffff:255.255.255.255   | 255.255.255.255
          ::203.0.113.7            | -
          ::fffe:203.0.113.7       | -
          ::1:ffff:203.0.113.7     | -
          1::ffff:203.0.113.7      | -
          64:ff9b::203.0.113.7     | -
          203.0.113.7              | -
          """)
  void COND29_the_ipv4_inside(String address, String ipv4) {
    Optional<IpValue> expected = ipv4.equals("-") ? Optional.empty() : IpValue.parse(ipv4);
    assertThat(IpValue.parse(address).orElseThrow().embeddedIpv4()).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> almostAddresses() {
    return Arbitraries.strings().withChars("01:.2f").ofMinLength(1).ofMaxLength(20);
  }

  /* Guava reads zones and turns a mapped address into IPv4; neither matters to whether it is one. */
  @Property(tries = 20_000)
  void what_is_an_address_is_one_to_guava(@ForAll("almostAddresses") String text) {
    assertThat(IpValue.parse(text).isPresent()).isEqualTo(InetAddresses.isInetAddress(text));
  }

  /* Many zeros, so that there is something to leave out. */
  @Provide
  Arbitrary<byte[]> octets() {
    return Arbitraries.of(0, 0, 0, 1, 0x7f, 0xff)
        .map(Integer::byteValue)
        .array(byte[].class)
        .ofSize(16);
  }

  @Property
  void an_ipv6_address_is_read_as_it_is_written(@ForAll("octets") byte[] octets)
      throws UnknownHostException {
    String text = InetAddresses.toAddrString(Inet6Address.getByAddress(null, octets, -1));
    assertThat(IpValue.parse(text))
        .contains(
            new IpValue(
                true, ByteBuffer.wrap(octets).getLong(), ByteBuffer.wrap(octets).getLong(8)));
  }

  @Property
  void an_ipv4_address_is_read_as_it_is_written(@ForAll int bits) {
    String text = InetAddresses.toAddrString(InetAddresses.fromInteger(bits));
    assertThat(IpValue.parse(text)).contains(new IpValue(false, (long) bits << 32, 0));
  }

  private static long bits(String hex) {
    return Long.parseUnsignedLong(hex, 16);
  }
}
