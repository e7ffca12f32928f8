package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PATTERN         | ACTION                | MATCHES
          *               | s3:GetObject          | true
          **              | s3:GetObject          | true
          s3:GetObject    | s3:GetObject          | true
          S3:GETOBJECT    | s3:getobject          | true
          s3:Get*         | S3:GETOBJECT          | true
          s3:Get?bject    | s3:Getbject           | false
          s3:GetObjec?    | s3:GetObject          | true
          s3:GetObject?   | s3:GetObject          | false
          s3:*            | s3express:GetObject   | false
          s*:GetObject    | s3:GetObject          | true
          *:*             | ec2:RunInstances      | true
          *:GetObject     | s3:PutObject          | false
          s3:             | s3:GetObject          | -
          s*Object        | s3:GetObject          | -
          s3:*:x          | s3:a:x                | true
          s3:a*           | s3:a:x                | true
          s3*:x           | s3:a:x                | false
          """)
  void matching(String pattern, String action, String matches) {
    assertThat(
            ActionPattern.parse(pattern)
                .map(found -> Boolean.toString(found.matches(ActionName.of(action))))
                .orElse("-"))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "s3",
        "s3*",
        "s3:",
        ":GetObject",
        "s3:Get Object",
        " s3:GetObject",
        "s3:GetObject ",
        "s3:Get,Put",
        "s3:Get\tObject",
        "s3:Get\u00a0Object",
        "s3:\u0000",
        "s3:Get\u200aObject",
        "s3:\u0085"
      })
  void malformed(String text) {
    assertThat(ActionPattern.isWellFormed(text)).isFalse();
    assertThat(ActionPattern.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> ActionPattern.of(text));
  }

  @Test
  void halves_are_in_lower_case() {
    ActionPattern pattern = ActionPattern.of("S3:Get*");
    assertThat(pattern.servicePattern()).isEqualTo("s3");
    assertThat(pattern.namePattern()).isEqualTo("get*");
    assertThat(ActionPattern.of("**").servicePattern()).isEqualTo("*");
    assertThat(ActionPattern.of("**").namePattern()).isEqualTo("*");
  }

  @Test
  void letter_case_is_ascii() {
    assertThat(ActionPattern.of("x:\u212Aey").matches(ActionName.of("x:key"))).isFalse();
    assertThat(ActionPattern.of("x:É").matches(ActionName.of("x:é"))).isFalse();
  }

  @Test
  void patterns_are_equal_when_spelled_alike() {
    assertThat(ActionPattern.of("s3:Get*")).isEqualTo(ActionPattern.of("s3:Get*"));
    assertThat(ActionPattern.of("s3:Get*")).isNotEqualTo(ActionPattern.of("s3:get*"));
    assertThat(ActionPattern.of("s3:Get*")).hasToString("s3:Get*");
  }

  @Test
  void action_covers_what_a_pattern_matches_and_not_action_what_none_does() {
    var patterns =
        Texts.located(ImmutableList.of(ActionPattern.of("s3:Get*"), ActionPattern.of("iam:*")));
    ActionElement action = new ActionElement.Action(patterns);
    ActionElement notAction = new ActionElement.NotAction(patterns);
    assertThat(action.covers(ActionName.of("iam:GetUser"))).isTrue();
    assertThat(notAction.covers(ActionName.of("iam:GetUser"))).isFalse();
    assertThat(action.covers(ActionName.of("ec2:RunInstances"))).isFalse();
    assertThat(notAction.covers(ActionName.of("ec2:RunInstances"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3", "s3:", ":x", "s3:Get*", "s3:Get?", "s3:a b", "s3:a,b"})
  void an_action_name_has_two_plain_halves(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ActionName.of(text));
  }

  @Test
  void action_names_are_equal_in_any_letter_case() {
    assertThat(ActionName.of("S3:GetObject"))
        .isEqualTo(ActionName.of("s3:getobject"))
        .hasSameHashCodeAs(ActionName.of("s3:getobject"))
        .isNotEqualTo(ActionName.of("s3:PutObject"))
        .hasToString("S3:GetObject");
  }
}
