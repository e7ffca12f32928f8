package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the author of an action that does not exist is taken to have meant. */
final class SuggestionsTest {
  private static final Catalog CATALOG = Catalog.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ASKED                       | FIRST ANSWER
          s3:GetObject                | s3:GetObject
          S3:GETOBJECT                | s3:GetObject
          s3:GetObjct                 | s3:GetObject
          S3:getobjectt               | s3:GetObject
          s3:Get0bject                | s3:GetObject
          s3::GetObject               | s3:GetObject
          s3: GetObject               | s3:GetObject
          ec2:DescribeInstance        | ec2:DescribeInstances
          dynamodb:GetItems           | dynamodb:GetItem
          apigateway:GE               | apigateway:GET
          dynamo:GetItem              | dynamodb:GetItem
          dynamodbb:GetItme           | dynamodb:GetItem
          s4:GetObject                | s3:GetObject
          s3G:etObject                | s3:GetObject
          cloudwach:PutMetricData     | cloudwatch:PutMetricData
          snss:Publish                | sns:Publish
          ec2:AssumeRole              | sts:AssumeRole
          sns:ReceiveMessage          | sqs:ReceiveMessage
          cloudwatchlogs:CreateLogGroup | logs:CreateLogGroup
          """)
  void the_likeliest_comes_first(String asked, String first) {
    assertThat(CATALOG.suggest(asked)).startsWith(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ASKED                     | FIRST ANSWER
          s3:ListObjects            | s3:ListBucket
          s3:ListObjectsV2          | s3:ListBucket
          s3:HeadObject             | s3:GetObject
          lambda:Invoke             | lambda:InvokeFunction
          monitoring:PutMetricData  | cloudwatch:PutMetricData
          kms:ReEncrypt             | kms:ReEncryptFrom
          """)
  void the_name_of_an_operation_gives_what_is_checked_for_it(String asked, String first) {
    assertThat(CATALOG.suggest(asked)).startsWith(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ASKED                     | FIRST ANSWER
          s3:Get*                   | s3:Get*
          S3:get*                   | S3:get*
          *                         | *
          s*:GetObject              | s*:GetObject
          s3:Gett*                  | s3:Get*
          s3:Lits*                  | s3:List*
          s3:GetObjct*              | s3:GetObject*
          s3:GetObjct*Acl           | s3:GetObject*Acl
          ec2:Descibe?nstances      | ec2:Describe?nstances
          ec2:DescribeDBB*          | -
          dynamo:*                  | dynamodb:*
          dynamo:Batch*             | dynamodb:Batch*
          dynamo:Bacth*             | dynamodb:Batch*
          """)
  void of_a_pattern_the_text_before_the_wildcard_is_put_right(String asked, String first) {
    assertThat(CATALOG.suggest(asked).stream().findFirst().orElse("-")).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "s3",
        "s3:",
        "GetObject",
        "s3GetObject",
        "xyzzy:Frobnicate",
        "s3:Frobnicate",
        "s3:*Objct",
        "s3:Frob*",
        "xyzzy:*",
        "xyzzy:Get*",
        "s*:GetObjct",
        "*:Frobnicate",
        "glacier:ListTagsForResource"
      })
  void nothing_is_meant_by_what_is_near_to_nothing(String asked) {
    assertThat(CATALOG.suggest(asked)).isEmpty();
  }

  @Test
  void three_at_most_are_given_and_each_once() {
    for (String asked : List.of("s3:PutObjectAc*", "iam:GetRoles", "ec2:DescribeVpx", "e:Get*")) {
      assertThat(CATALOG.suggest(asked)).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
    }
  }

  @Test
  void names_equally_near_stand_in_order() {
    assertThat(CATALOG.suggest("apigateway:PET"))
        .containsExactly("apigateway:GET", "apigateway:PUT");
  }

  @Test
  void a_long_text_is_not_looked_at() {
    String hostile = "e".repeat(50_000);

    assertThat(CATALOG.suggest("s3:" + hostile)).isEmpty();
    assertThat(CATALOG.suggest(hostile + ":GetObject")).isEmpty();
    assertThat(CATALOG.suggest("s3:" + "*e".repeat(50_000))).isEmpty();
  }

  @Test
  void a_slip_in_the_name_is_put_right_99_times_in_100() {
    assertThat(putRight(new Random(20_260_926), false)).isGreaterThanOrEqualTo(495);
  }

  @Test
  void a_slip_anywhere_is_put_right_99_times_in_100() {
    assertThat(putRight(new Random(20_260_927), true)).isGreaterThanOrEqualTo(495);
  }

  /* How many of 500 slips that give no real name, and keep the colon, are put right. */
  private static int putRight(Random random, boolean anywhere) {
    ImmutableList<ActionDefinition> actions = CATALOG.expand("*");
    List<String> missed = new ArrayList<>();
    int slips = 0;
    while (slips < 500) {
      String name = actions.get(random.nextInt(actions.size())).fullName();
      String slip = slip(name, anywhere ? 0 : name.indexOf(':') + 1, random);
      if (slip.indexOf(':') > 0 && CATALOG.action(slip).isEmpty()) {
        slips++;
        if (!CATALOG.suggest(slip).stream().limit(1).toList().equals(List.of(name))) {
          missed.add(slip + " " + name + " " + CATALOG.suggest(slip));
        }
      }
    }
    return 500 - missed.size();
  }

  private static String slip(String name, int from, Random random) {
    int at = from + random.nextInt(name.length() - from);
    String head = name.substring(0, at);
    String tail = name.substring(at + 1);
    char letter = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> head + tail;
      case 1 -> head + letter + name.charAt(at) + tail;
      case 2 -> head + letter + tail;
      default ->
          tail.isEmpty() ? head : head + tail.charAt(0) + name.charAt(at) + tail.substring(1);
    };
  }
}
