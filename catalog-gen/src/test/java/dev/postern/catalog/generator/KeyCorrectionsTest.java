package dev.postern.catalog.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of condition keys better than by the source. */
class KeyCorrectionsTest {
  @TempDir private Path folder;

  private SmallRepository with(String... rows) {
    return SmallRepository.in(folder)
        .add(KeyCorrections.FILE, "# service\tkey\ttype\tsource\tdate\n" + String.join("\n", rows));
  }

  @Test
  void a_key_has_the_type_of_its_correction() {
    SmallRepository small = with("alpha\tidentitystore:UserId\tArrayOfString\tA page\t2026-11-21");
    small.refresh();
    assertThat(small.catalogLines())
        .contains("K\tidentitystore:UserId\tS")
        .doesNotContain("K\tidentitystore:UserId\ts");
  }

  @Test
  void corrections_are_counted_in_the_report() {
    SmallRepository small = with("alpha\talpha:Size\tDate\tA page\t2026-11-21");
    small.refresh();
    assertThat(small.report()).contains("as corrections.tsv says | 1 |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alpha>alpha:Size>Numeric>A page>2026-11-21  | corrections.tsv: `alpha:Size` of `alpha` changes nothing; expected a key of another type
          alpha>alpha:Sizes>Date>A page>2026-11-21    | corrections.tsv: `alpha:Sizes` of `alpha` changes nothing; expected a key of another type
          beta-x>alpha:Size>Date>A page>2026-11-21    | corrections.tsv: `alpha:Size` of `beta-x` changes nothing; expected a key of another type
          alpha>alpha:Size>Number>A page>2026-11-21   | corrections.tsv: type `Number`; expected String, ARN, Bool, Numeric, Date, IPAddress or Binary, or ArrayOf one
          alpha>alpha:Size>Date>2026-11-21            | 4 cells; expected 5
          """)
  void a_row_that_cannot_be_is_refused(String row, String message) {
    SmallRepository.Run run = with(row.replace('>', '\t')).refresh();
    assertThat(run.err()).contains(message);
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void a_key_is_corrected_once() {
    String row = "alpha\talpha:Size\tDate\tA page\t2026-11-21";
    assertThat(with(row, row).refresh().err()).contains("`alpha:Size` twice; expected once");
  }
}
