package dev.postern.catalog;

import static dev.postern.catalog.OperatorFit.FITS;
import static dev.postern.catalog.OperatorFit.MISFIT;
import static dev.postern.catalog.OperatorFit.TOLERATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which operators compare which keys. AWS: "IAM JSON policy elements: Condition operators". */
final class OperatorFitTest {
  private static ConditionKeyDefinition key(ValueType type) {
    return new ConditionKeyDefinition("svc:key", type, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TYPE       | STRING    | ARN    | BOOL   | NUMERIC | DATE   | IP_ADDRESS | BINARY | PRESENCE
          STRING     | FITS      | MISFIT | MISFIT | MISFIT  | MISFIT | MISFIT     | MISFIT | FITS
          ARN        | FITS      | FITS   | MISFIT | MISFIT  | MISFIT | MISFIT     | MISFIT | FITS
          BOOL       | TOLERATED | MISFIT | FITS   | MISFIT  | MISFIT | MISFIT     | MISFIT | FITS
          NUMERIC    | MISFIT    | MISFIT | MISFIT | FITS    | MISFIT | MISFIT     | MISFIT | FITS
          DATE       | MISFIT    | MISFIT | MISFIT | MISFIT  | FITS   | MISFIT     | MISFIT | FITS
          IP_ADDRESS | MISFIT    | MISFIT | MISFIT | MISFIT  | MISFIT | FITS       | MISFIT | FITS
          BINARY     | MISFIT    | MISFIT | MISFIT | MISFIT  | MISFIT | MISFIT     | FITS   | FITS
          """)
  void all_operators_of_a_domain_fit_a_type_alike(
      ValueType type,
      OperatorFit string,
      OperatorFit arn,
      OperatorFit bool,
      OperatorFit numeric,
      OperatorFit date,
      OperatorFit ipAddress,
      OperatorFit binary,
      OperatorFit presence) {
    for (BaseOperator operator : BaseOperator.values()) {
      OperatorFit expected =
          switch (operator.domain()) {
            case STRING -> string;
            case ARN -> arn;
            case BOOL -> bool;
            case NUMERIC -> numeric;
            case DATE -> date;
            case IP_ADDRESS -> ipAddress;
            case BINARY -> binary;
            case PRESENCE -> presence;
          };
      assertThat(key(type).fit(operator)).as(operator.text()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_operators_of_a_key_are_those_that_fit(ValueType type) {
    assertThat(BaseOperator.values())
        .allSatisfy(
            operator ->
                assertThat(key(type).fit(operator) == FITS)
                    .as(operator.text())
                    .isEqualTo(key(type).operators().contains(operator)));
  }

  @Test
  void the_time_as_a_number_takes_numbers_and_dates() {
    ConditionKeyDefinition time = Catalog.bundled().conditionKey("aws:epochtime").orElseThrow();

    assertThat(time.fit(BaseOperator.NUMERIC_LESS_THAN)).isEqualTo(FITS);
    assertThat(time.fit(BaseOperator.DATE_LESS_THAN)).isEqualTo(FITS);
    assertThat(time.fit(BaseOperator.STRING_EQUALS)).isEqualTo(MISFIT);
    assertThat(time.operators())
        .filteredOn(operator -> operator.domain() == Domain.NUMERIC)
        .hasSize(6);
  }

  @Test
  void a_truth_value_may_be_compared_as_text() {
    assertThat(key(ValueType.BOOL).fit(BaseOperator.STRING_EQUALS)).isEqualTo(TOLERATED);
  }

  @ParameterizedTest
  @CsvSource({"String, STRING", "arn, ARN", "BOOL, BOOL", "ipaddress, IP_ADDRESS"})
  void types_are_read_in_any_case(String label, ValueType type) {
    assertThat(ValueType.parse(label)).contains(type);
  }

  @Test
  void no_type_is_called_otherwise() {
    List<String> others = Splitter.on(' ').splitToList("Text Boolean ArrayOfString s");

    assertThat(others).allSatisfy(label -> assertThat(ValueType.parse(label)).isEmpty());
  }
}
