package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.postern.model.ConditionOperator.Known;
import dev.postern.model.ConditionOperator.Quantifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionOperatorTest {
  @ParameterizedTest
  @CsvSource({
    "StringEquals, STRING_EQUALS, SINGLE, false",
    "StringNotLikeIfExists, STRING_NOT_LIKE, SINGLE, true",
    "ForAllValues:StringLike, STRING_LIKE, FOR_ALL_VALUES, false",
    "ForAnyValue:ArnEqualsIfExists, ARN_EQUALS, FOR_ANY_VALUE, true",
    "Null, NULL, SINGLE, false",
    "ForAllValues:Null, NULL, FOR_ALL_VALUES, false",
  })
  void a_name_has_a_set_prefix_a_base_and_a_suffix(
      String name, BaseOperator base, Quantifier quantifier, boolean ifExists) {
    Known operator = new Known(base, quantifier, ifExists);
    assertThat(ConditionOperator.named(name)).contains(operator);
    assertThat(operator.text()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stringEquals",
        "STRINGEQUALS",
        "StringEquals ",
        "StringEqualsIfexists",
        "StringEqualsIfExistsIfExists",
        "NullIfExists",
        "ForAllValues:NullIfExists",
        "ForAllValue:StringEquals",
        "forAllValues:StringEquals",
        "ForAllValues:",
        "ForAllValues:ForAnyValue:StringEquals",
        "NotBool",
        "BinaryNotEquals",
        "StringLikeIgnoreCase",
        "NumericLike"
      })
  void other_names_are_no_operators(String name) {
    assertThat(ConditionOperator.named(name)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(BaseOperator.class)
  void every_base_operator_is_negated_by_its_name(BaseOperator base) {
    assertThat(base.negated()).isEqualTo(base.text().contains("Not"));
  }

  @Test
  void there_are_27_base_operators_and_all_but_null_take_if_exists() {
    assertThat(BaseOperator.values()).hasSize(27);
    assertThat(ConditionOperator.plainNames()).hasSize(53).doesNotContain("NullIfExists");
  }

  @Test
  void P102_null_takes_no_if_exists() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Known(BaseOperator.NULL, Quantifier.SINGLE, true));
  }

  @ParameterizedTest
  @EnumSource(BaseOperator.Domain.class)
  void strings_and_arns_take_variables(BaseOperator.Domain domain) {
    assertThat(domain.takesVariables())
        .isEqualTo(domain == BaseOperator.Domain.STRING || domain == BaseOperator.Domain.ARN);
  }

  @Test
  void keys_are_equal_in_any_letter_case_the_part_behind_the_slash_included() {
    assertThat(new ConditionKey("aws:ResourceTag/Team"))
        .isEqualTo(new ConditionKey("AWS:resourcetag/TEAM"))
        .hasSameHashCodeAs(new ConditionKey("AWS:resourcetag/TEAM"))
        .isNotEqualTo(new ConditionKey("aws:ResourceTag/Teams"));
  }

  @ParameterizedTest
  @CsvSource({"AWS:SourceIp, aws", "s3:prefix, s3", "username, ''", "kms:a:b, kms"})
  void the_service_of_a_key_stands_before_the_first_colon(String key, String service) {
    assertThat(new ConditionKey(key).service()).isEqualTo(service);
  }
}
