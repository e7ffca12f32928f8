package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InstantValueTest {
  private static final long YEAR_0 = -62_167_219_200L;
  private static final long YEAR_9999_END = 253_402_300_799L;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TEXT                                | INSTANT
          2023                                | 2023-01-01T00:00:00Z
          2023-11                             | 2023-11-01T00:00:00Z
          2023-11-14                          | 2023-11-14T00:00:00Z
          2023-11-14T22:13Z                   | 2023-11-14T22:13:00Z
          2023-11-14T22:13:20Z                | 2023-11-14T22:13:20Z
          2023-11-14T22:13:20.5Z              | 2023-11-14T22:13:20.500Z
          2023-11-14T22:13:20.123456789Z      | 2023-11-14T22:13:20.123456789Z
          2023-11-14T22:13:20.1234567899Z     | 2023-11-14T22:13:20.123456789Z
          2023-11-14T23:13:20+01:00           | 2023-11-14T22:13:20Z
          2023-11-14T16:43-05:30              | 2023-11-14T22:13:00Z
          2023-11-14T22:13:20.25-00:00        | 2023-11-14T22:13:20.250Z
          2023-01-01T00:30:00+23:59           | 2022-12-31T00:31:00Z
          2023-11-14T22:13                    | 2023-11-14T22:13:00Z
          2023-11-14T22:13:20                 | 2023-11-14T22:13:20Z
          2023-11-14T22:13:20.5               | 2023-11-14T22:13:20.500Z
          2024-02-29                          | 2024-02-29T00:00:00Z
          2000-02-29                          | 2000-02-29T00:00:00Z
          0000                                | 0000-01-01T00:00:00Z
          9999-12-31T23:59:59.999999999-23:59 | +10000-01-01T23:58:59.999999999Z
          """)
  void COND15_dates(String text, Instant instant) {
    assertThat(InstantValue.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TEXT                   | INSTANT
          1700000000             | 2023-11-14T22:13:20Z
          +1700000000            | 2023-11-14T22:13:20Z
          4070908800             | 2099-01-01T00:00:00Z
          0                      | 1970-01-01T00:00:00Z
          -1                     | 1969-12-31T23:59:59Z
          999                    | 1970-01-01T00:16:39Z
          10000                  | 1970-01-01T02:46:40Z
          02023                  | 1970-01-01T00:33:43Z
          0000000000000000000001 | 1970-01-01T00:00:01Z
          31556889864403199      | +1000000000-12-31T23:59:59Z
          -31557014167219200     | -1000000000-01-01T00:00:00Z
          """)
  void COND15_epoch_seconds_are_any_integer_but_one_of_four_digits(String text, Instant instant) {
    assertThat(InstantValue.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // No date at all
        "",
        " ",
        "now",
        "12abc",
        "+",
        "-",
        "${aws:CurrentTime}",
        // Blanks, signs and digits of other scripts
        " 2023",
        "2023 ",
        "2023-11-14 22:13",
        "+2023",
        "-2023",
        "-2023-11-14",
        "\u0662\u0660\u0662\u0663",
        // Basic format, short and long fields
        "20231114T221320Z",
        "2023-1-1",
        "202-11-14",
        "12023-11-14",
        "2023-11-14T2:13Z",
        "2023-11-14T22:1Z",
        "2023-318",
        "2023-W46-2",
        "2023/11/14",
        "14-11-2023",
        // Cut off in the middle, or with a zone where there is no time
        "2023-",
        "2023-11-",
        "2023-11-14T",
        "2023-11-14T22",
        "2023-11-14T22Z",
        "2023-11-14T22:",
        "2023-11-14T22:13:",
        "2023-11-14T22:13:2Z",
        "2023Z",
        "2023-11Z",
        "2023-11-14Z",
        "2023-11T22:13Z",
        "2023-11-14+01:00",
        // Lower case
        "2023-11-14t22:13:20Z",
        "2023-11-14T22:13:20z",
        // Fields out of range
        "2023-00-14",
        "2023-13-14",
        "2023-11-00",
        "2023-11-31",
        "2023-02-29",
        "1900-02-29",
        "2023-11-14T24:00:00Z",
        "2023-11-14T22:60Z",
        "2016-12-31T23:59:60Z",
        // Fractions
        "2023-11-14T22:13:20.Z",
        "2023-11-14T22:13:20,5Z",
        "2023-11-14T22:13.5Z",
        "2023-11-14T22:13:20.5.5Z",
        "2023-11-14T22:13:20.-5Z",
        // Zones
        "2023-11-14T22:13:20+01",
        "2023-11-14T22:13:20+0100",
        "2023-11-14T22:13:20+1:00",
        "2023-11-14T22:13:20+24:00",
        "2023-11-14T22:13:20+01:60",
        "2023-11-14T22:13:20 Z",
        "2023-11-14T22:13:20ZZ",
        "2023-11-14T22:13:20UTC",
        "2023-11-14T22:13:20+01:00:00",
        "2023-11-14T22:13:20+-1:00",
        "2023-11-14T22:13:20+01:00[Europe/Paris]",
        // Epoch seconds that are fractional or out of range
        "1700000000.5",
        "1.7e9",
        "31556889864403200",
        "-31557014167219201",
        "9223372036854775807",
        "9223372036854775808",
        "99999999999999999999",
        "+-1700000000",
        "--1"
      })
  void COND16_what_is_no_date(String text) {
    assertThat(InstantValue.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ONE                            | OTHER                          | ORDER
          1700000000                     | 2023-11-14T22:13:20Z           | 0
          1700000000                     | 2023-11-14T23:13:20+01:00      | 0
          2023-11-14                     | 2023-11-14T00:00:00Z           | 0
          2023-11-14                     | 2023-11-14T12:00:00Z           | -1
          2023-11-14T22:13:20.000000001Z | 1700000000                     | 1
          """)
  void COND18_a_date_is_its_midnight_and_every_form_compares(String one, String other, int order) {
    Instant instant = InstantValue.parse(one).orElseThrow();
    assertThat(instant.compareTo(InstantValue.parse(other).orElseThrow())).isEqualTo(order);
  }

  @Property
  void an_instant_is_read_as_it_is_written_in_any_zone(
      @ForAll @LongRange(min = YEAR_0 + 86_400, max = YEAR_9999_END - 86_400) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
    Instant instant = Instant.ofEpochSecond(seconds, nanos);
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
    String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(offset));
    assertThat(InstantValue.parse(text)).contains(instant);
  }

  @Property
  void epoch_seconds_are_read_as_they_are_written(
      @ForAll @LongRange(min = YEAR_0, max = YEAR_9999_END) long seconds) {
    Assume.that(Math.abs(seconds) < 1_000 || Math.abs(seconds) > 9_999);
    assertThat(InstantValue.parse(String.valueOf(seconds)))
        .contains(Instant.ofEpochSecond(seconds));
  }

  @Provide
  Arbitrary<String> almostDates() {
    return Arbitraries.strings().withChars("0129-+:.TZ").ofMaxLength(26);
  }

  @Property(tries = 5_000)
  void any_text_has_an_answer(@ForAll("almostDates") String text) {
    assertThatCode(() -> InstantValue.parse(text)).doesNotThrowAnyException();
  }
}
