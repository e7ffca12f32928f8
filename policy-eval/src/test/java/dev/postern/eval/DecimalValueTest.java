package dev.postern.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ONE                  | OTHER                | ORDER
          10                   | 10.0                 | 0
          10                   | +010.00              | 0
          0                    | -0                   | 0
          .5                   | 0.50                 | 0
          -.5                  | -0.5                 | 0
          -1                   | 1                    | -1
          9                    | 10                   | -1
          0.1                  | 0.10000000000000001  | -1
          9007199254740993     | 9007199254740992     | 1
          18446744073709551616 | 18446744073709551615 | 1
          """)
  void COND14_numbers_compare_without_loss(String one, String other, int order) {
    assertThat(number(one).compareTo(number(other))).isEqualTo(order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "+",
        "-",
        "+.",
        "1.",
        "-1.",
        "12abc",
        "abc",
        "1e3",
        "1E3",
        "0x10",
        "1,000",
        "1_000",
        " 1",
        "1 ",
        "1\n",
        "+ 1",
        "--1",
        "+-1",
        "1.2.3",
        "1-",
        "NaN",
        "Infinity",
        "10L",
        "1.5f",
        "\u0661",
        "\uff11",
        "\u00bd",
        "${aws:EpochTime}"
      })
  void COND14_what_is_no_number(String text) {
    assertThat(DecimalValue.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "1001, false", "10000000, false"})
  void COND14_a_number_has_a_thousand_characters_at_most(int length, boolean isNumber) {
    assertThat(DecimalValue.parse("9".repeat(length)).isPresent()).isEqualTo(isNumber);
  }

  @Test
  void COND14_digits_are_kept() {
    assertThat(DecimalValue.parse("-0.1234567890123456789"))
        .contains(new BigDecimal("-0.1234567890123456789"));
  }

  @Property
  void a_number_is_read_as_it_is_written(@ForAll @BigRange @Scale(30) BigDecimal number) {
    assertThat(number(number.toPlainString())).isEqualTo(number);
  }

  @Property
  void zeros_at_either_end_change_nothing(
      @ForAll long whole,
      @ForAll @IntRange(max = 9_999) int fraction,
      @ForAll @IntRange(max = 20) int zeros) {
    String plain = Long.toUnsignedString(whole) + "." + fraction;
    String padded = "0".repeat(zeros) + plain + "0".repeat(zeros);
    assertThat(number(padded)).isEqualByComparingTo(number(plain));
  }

  @Property
  void any_text_has_an_answer(@ForAll String text) {
    Optional<BigDecimal> number = DecimalValue.parse(text);
    number.ifPresent(value -> assertThat(value).isEqualTo(new BigDecimal(text)));
  }

  private static BigDecimal number(String text) {
    return DecimalValue.parse(text).orElseThrow();
  }
}
