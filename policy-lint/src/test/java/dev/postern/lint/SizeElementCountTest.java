package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizeElementCountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          RESOURCE TYPE   | STATEMENTS | PRINCIPALS | CONDITIONS | ACTIONS | FINDING
          AWS::SQS::Queue | 20         | 2          | 0          | 7       | -
          AWS::SQS::Queue | 21         | 1          | 0          | 1       | 21 statements, where SQS takes 20
          AWS::SQS::Queue | 1          | 50         | 10         | 1       | -
          AWS::SQS::Queue | 1          | 51         | 0          | 1       | 51 principals, where SQS takes 50
          AWS::SQS::Queue | 17         | 3          | 0          | 1       | 51 principals, where SQS takes 50
          AWS::SQS::Queue | 1          | 1          | 11         | 1       | 11 conditions, where SQS takes 10
          AWS::SQS::Queue | 1          | 1          | 0          | 8       | 8 actions in one statement, where SQS takes 7
          AWS::SNS::Topic | 21         | 51         | 11         | 8       | -
          """)
  void counts(
      String resourceType,
      int statements,
      int principals,
      int conditions,
      int actions,
      String finding) {
    String statement =
        "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": ["
            + list(principals, i -> "\"arn:aws:iam::111122223333:user/u" + i + "\"")
            + "]}, \"Action\": ["
            + list(actions, i -> "\"sqs:A" + i + "\"")
            + "], \"Resource\": \"*\", \"Condition\": {\"StringEquals\": {"
            + list(conditions, i -> "\"aws:ResourceTag/t" + i + "\": \"x\"")
            + "}}}";
    String policy =
        "{\"Version\": \"2012-10-17\", \"Statement\": [" + list(statements, i -> statement) + "]}";
    assertThat(
            Linter.standard()
                .rules("size-element-count")
                .lint(SourceText.of("queue.json", policy), PolicyType.resource(resourceType))
                .findings())
        .extracting(Finding::message)
        .isEqualTo(finding == null ? List.of() : List.of(finding));
  }

  private static String list(int count, IntFunction<String> entry) {
    return IntStream.range(0, count).mapToObj(entry).collect(Collectors.joining(", "));
  }
}
