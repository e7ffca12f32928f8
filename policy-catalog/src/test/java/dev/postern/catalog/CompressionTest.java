package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions written as patterns. */
final class CompressionTest {
  private static final Catalog CATALOG = Catalog.bundled();

  private static ImmutableList<String> compressed(String patterns) {
    return CATALOG.compress(
        Splitter.on(' ').splitToStream(patterns).flatMap(p -> CATALOG.expand(p).stream()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "s3:*",
        "ec2:*",
        "s3:Get*",
        "s3:*Tagging",
        "s3:Get*Acl",
        "s3:GetObject",
        "s3:GetObject*",
        "s3:*Object*",
        "iam:*Policy*",
        "iam:ListRole*",
        "iam:*Policies",
        "ec2:Describe*",
        "ec2:DescribeInstance*",
        "ec2:Describe*Instance*",
        "ec2:*Ipv6*",
        "rds:DescribeDB*",
        "rds:*DB*Group",
        "dynamodb:Batch*",
        "dynamodb:Batch* dynamodb:Query",
        "s3:Get* s3:List*",
        "ec2:Describe* s3:Get*",
        "apigateway:GET",
        "apigateway:GET apigateway:PUT",
      })
  void what_a_person_would_write_is_found_again(String patterns) {
    assertThat(compressed(patterns)).containsExactlyElementsOf(Splitter.on(' ').split(patterns));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          MATCHED BY                            | COMPRESSED
          *:*                                   | *
          S3:GETOBJECT                          | s3:GetObject
          s3:?et*                               | s3:Get*
          s3:Ge*                                | s3:Get*
          s3:GetObject s3:GetObject*            | s3:GetObject*
          s3:GetObject s3:GetBucketAcl          | s3:GetBucketAcl s3:GetObject
          s3:Get*Acl s3:Put*Acl                 | s3:*Acl
          sqs:SendMessage sqs:ReceiveMessage    | sqs:ReceiveMessage sqs:SendMessage
          sts:AssumeRole sts:AssumeRoleWithSAML | sts:AssumeRole sts:AssumeRoleWithSAML
          waf:ListWebACL*                       | waf:ListWebACLs
          """)
  void patterns_are_few_and_of_whole_words(String patterns, String compressed) {
    assertThat(compressed(patterns)).containsExactlyElementsOf(Splitter.on(' ').split(compressed));
  }

  @Test
  void nothing_is_no_pattern() {
    assertThat(CATALOG.compress(List.of())).isEmpty();
  }

  @Test
  void the_order_and_number_of_the_actions_do_not_matter() {
    ImmutableList<ActionDefinition> actions = CATALOG.expand("ec2:*Vpc*");

    assertThat(
            CATALOG.compress(
                Stream.concat(Lists.reverse(actions).stream(), actions.stream()).toList()))
        .isEqualTo(CATALOG.compress(actions));
  }

  @Test
  void all_but_one_action_of_a_service_are_few_patterns() {
    ImmutableList<ActionDefinition> actions =
        CATALOG.expand("s3:*").stream()
            .filter(action -> !action.name().equals("GetObject"))
            .collect(ImmutableList.toImmutableList());

    assertThat(CATALOG.compress(actions)).hasSizeLessThan(30).doesNotContain("s3:GetObject");
  }

  @Test
  void actions_that_the_catalog_does_not_know_stay_themselves() {
    Catalog small = FileCatalog.of("small.txt", BundledFile.bytes("small.txt"));

    assertThat(small.compress(CATALOG.expand("sqs:*Message")))
        .containsExactly("sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage");
  }
}
