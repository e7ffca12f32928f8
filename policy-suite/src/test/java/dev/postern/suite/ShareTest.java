package dev.postern.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShareTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PART       | WHOLE      | PERCENT
          0          | 0          | 100
          0          | 7          | 0
          1          | 3          | 33
          2          | 3          | 66
          999        | 1000       | 99
          1000       | 1000       | 100
          2147483646 | 2147483647 | 99
          """)
  void percents_are_rounded_down(int part, int whole, int percent) {
    Share share = new Share(part, whole);

    assertThat(share.percent()).isEqualTo(percent);
    assertThat(share.isAtLeast(percent)).isTrue();
    assertThat(share.isAtLeast(percent + 1)).isFalse();
  }

  @Test
  void shares_add_up() {
    assertThat(new Share(1, 2).plus(new Share(2, 3)).plus(Share.NONE)).hasToString("3 of 5");
  }

  @Test
  void more_than_all_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Share(2, 1));
  }
}
