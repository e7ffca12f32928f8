package dev.postern.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceExamplesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          WRITTEN                         | TRIED
          arn:aws:s3:::b/k                | [arn:aws:s3:::b/k]
          *                               | [*]
          arn:aws:s3:::b/*                | [arn:aws:s3:::b/, arn:aws:s3:::b/x, arn:aws:s3:::b/a/b, arn:aws:s3:::b/2026/Q1/Final_(copy)+2.tar.gz, arn:aws:s3:::b/*]
          arn:aws:s3:::*                  | [arn:aws:s3:::x, arn:aws:s3:::a/b, arn:aws:s3:::2026/Q1/Final_(copy)+2.tar.gz, arn:aws:s3:::*]
          arn:aws:s3:::*/k                | [arn:aws:s3:::x/k, arn:aws:s3:::a/b/k, arn:aws:s3:::2026/Q1/Final_(copy)+2.tar.gz/k, arn:aws:s3:::*/k]
          arn:aws:s3:::b?/*k              | [arn:aws:s3:::bx/k, arn:aws:s3:::ba/xk, arn:aws:s3:::b7/a/bk, arn:aws:s3:::b-/2026/Q1/Final_(copy)+2.tar.gzk, arn:aws:s3:::b?/*k]
          arn:aws:sqs:*:*:q               | [arn:aws:sqs:eu-west-1:111122223333:q, arn:aws:sqs:us-east-1:999999999999:q]
          """)
  void a_wildcard_stands_for_examples(String written, String tried) {
    assertThat(ResourceExamples.of(written).examples()).hasToString(tried);
  }

  @Test
  void a_literal_star_stands_for_itself() {
    assertThat(ResourceExamples.literally("arn:aws:s3:::b/*").examples())
        .containsExactly("arn:aws:s3:::b/*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:*:s3:::b",
        "arn:aws:*:::b",
        "arn:aws:sqs:eu-*:111122223333:q",
        "arn:aws:sqs:eu-west-1:1111????3333:q"
      })
  void of_other_fields_no_examples_can_be_made(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceExamples.of(written))
        .withMessageContaining("of which no examples can be made");
  }
}
