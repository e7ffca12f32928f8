package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          PATTERN                                | ARN                                         | MATCHES
          arn:aws:s3:::bkt                       | arn:aws:s3:::bkt                            | true
          arn:aws:s3:::bkt                       | arn:aws:s3:::bkt/x                          | false
          arn:aws:s3:::bkt*                      | arn:aws:s3:::bkt/x                          | true
          arn:aws:s3:::bkt*                      | arn:aws:s3:::bkt2/x                         | true
          arn:aws:s3:::bkt/*                     | arn:aws:s3:::bkt                            | false
          arn:aws:s3:*:111122223333:bkt/*        | arn:aws:s3:::bkt/x                          | false
          arn:aws:s3:*:*:bkt/*                   | arn:aws:s3:::bkt/x                          | true
          arn:aws:s3:::BKT/x                     | arn:aws:s3:::bkt/x                          | false
          arn:aws:s3:::b.t/x                     | arn:aws:s3:::bkt/x                          | false
          arn:aws:s3:::a/*                       | arn:aws:s3:::a/../secret                    | true
          arn:aws:s3:::a/*                       | arn:aws:s3:::secret                         | false
          arn:aws:lambda:us-east-1:1:function:*  | arn:aws:lambda:us-east-1:1:function:f:1     | true
          arn:aws:lambda:*:1:function:f          | arn:aws:lambda:a:b:1:function:f             | false
          arn:*:s3:::bkt                         | arn:aws-cn:s3:::bkt                         | true
          arn:aws:*:*:*:*                        | arn:aws:ec2:us-east-1:1:instance/i-1        | true
          arn:aws:ec2:us-east-?:*:*              | arn:aws:ec2:us-east-1:1:instance/i-1        | true
          arn:aws:ec2:us*:instance/*:*           | arn:aws:ec2:us-east-1:1:instance/i-1        | false
          arn:aws:s3:::                          | arn:aws:s3:::                               | true
          arn:aws:s3:::*                         | arn:aws:s3:::                               | true
          arn:aws:s3:::a*:b                      | arn:aws:s3:::a/x:y:b                        | true
          """)
  void matching(ArnPattern pattern, Arn arn, boolean matches) {
    assertThat(pattern.matches(arn)).isEqualTo(matches);
    assertThat(pattern.glob().matches(arn)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ONE                            | OTHER                          | MEET
          arn:aws:s3:::pay*              | arn:aws:s3:::payroll/*         | true
          arn:aws:s3:::pay*/x            | arn:*:s3:::payroll/2026/*      | true
          arn:aws:s3:::payroll           | arn:aws:s3:::payroll/*         | false
          arn:aws:s3:*:1:payroll/*       | arn:aws:s3:::payroll/*         | false
          arn:aws:sqs:eu-*:1:a           | arn:aws:sqs:*-west-1:1:a       | true
          arn:aws:sqs:eu-*:1:a           | arn:aws:sqs:us-*:1:a           | false
          """)
  void patterns_meet_field_by_field(ArnPattern one, ArnPattern other, boolean meet) {
    assertThat(one.glob().meets(other.glob())).isEqualTo(meet);
    assertThat(other.glob().meets(one.glob())).isEqualTo(meet);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arn                         | 1
          arn:aws:s3*                 | 3
          arn:aws:sqs:us-east-1:*     | 5
          arn:aws:s3:::bucket         | 6
          arn:aws:s3:::a:b:c          | 6
          """)
  void fields_are_counted_up_to_six(String text, int fields) {
    assertThat(ArnPattern.fieldCount(text)).isEqualTo(fields);
    assertThat(ArnPattern.isWellFormed(text)).isEqualTo(fields == 6);
  }

  @Test
  void the_sixth_field_keeps_all_further_colons() {
    assertThat(new ArnPattern("arn:aws:sns:us-east-1:1:topic:a/b").fields())
        .containsExactly("arn", "aws", "sns", "us-east-1", "1", "topic:a/b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "", "ARN:aws:s3:::b", "arn:aws:s3::b", "x:aws:s3:::b"})
  void malformed(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ArnPattern(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *                  | Any
          ***                | Any
          arn:aws:s3:::b     | ArnPattern
          ''                 | Malformed
          *:*                | Malformed
          bucket             | Malformed
          arn:aws:s3*        | Malformed
          """)
  void an_entry_is_everything_or_six_fields_or_malformed(String text, String kind) {
    assertThat(ResourcePattern.of(text).getClass().getSimpleName()).isEqualTo(kind);
    assertThat(ResourcePattern.of(text).text()).isEqualTo(text);
  }

  @Test
  void an_arn_is_cut_at_the_first_five_colons() {
    String text = "arn:aws:lambda:us-east-1:111122223333:function:f:1";
    Arn arn = Arn.of(text);
    assertThat(arn)
        .isEqualTo(new Arn("aws", "lambda", "us-east-1", "111122223333", "function:f:1"))
        .hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "arn", "arn:", "arn:aws:s3::b", "ARN:aws:s3:::b", "aws:s3:::b:c:d"})
  void what_is_no_arn_is_refused(String text) {
    assertThat(Arn.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Arn.of(text));
  }
}
