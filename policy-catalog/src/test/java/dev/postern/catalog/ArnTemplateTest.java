package dev.postern.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which types of resource a pattern may be about. */
final class ArnTemplateTest {
  private static final Catalog CATALOG = Catalog.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          SERVICE       | PATTERN                                                             | TYPES
          s3            | arn:aws:s3:::bucket                                                 | bucket
          s3            | arn:aws:s3:::bucket*                                                | bucket, object
          s3            | arn:aws:s3:::bucket/*                                               | object
          s3            | arn:aws:s3:::bucket/                                                | -
          s3            | arn:aws:s3:::bucket/home/${aws:username}/*                          | object
          s3            | arn:aws:s3:eu-west-1:111122223333:bucket                            | -
          s3            | arn:aws:s3:eu-west-1:111122223333:accesspoint/app                   | accesspoint
          s3            | arn:aws:s3:eu-west-1:111122223333:accesspoint/app/object/*          | accesspointobject
          s3            | arn:aws:s3::111122223333:accesspoint/app.mrap                       | accesspoint, multiregionaccesspoint
          iam           | arn:aws:iam::111122223333:role/*                                    | role
          iam           | arn:aws:iam::*:role/team/Deploy?r                                   | role
          iam           | arn:aws:iam::aws:policy/ReadOnlyAccess                              | policy
          iam           | arn:aws:iam::111122223333:user/${aws:username}                      | user
          iam           | arn:aws:iam::111122223333:?aml-provider/x                           | saml-provider
          iam           | arn:aws:iam::111122223333:group                                     | -
          dynamodb      | arn:aws:dynamodb:eu-west-1:111122223333:table/Books                 | table
          dynamodb      | arn:aws:dynamodb:*:*:table/Books/index/*                            | index
          dynamodb      | arn:aws:dynamodb:*:*:table/Books/*                                  | backup, export, import, index, stream
          dynamodb      | arn:aws:dynamodb:*:*:table/Books*                                   | backup, export, import, index, stream, table
          lambda        | arn:aws:lambda:*:*:function:app                                     | function
          lambda        | arn:aws:lambda:*:*:function:app:prod                                | function, function alias, function version
          lambda        | arn:aws:lambda:*:*:layer:*:?                                        | layer, layerVersion
          sqs           | arn:aws:sqs:*:*:jobs-*                                              | queue
          sqs           | arn:aws:sqs:*:*:jobs/x                                              | -
          sns           | arn:aws:sns:eu-west-1:111122223333:alerts                           | topic
          kms           | arn:aws:kms:*:111122223333:key/*                                    | key
          kms           | arn:aws:kms:*:111122223333:alias/team/app                           | alias
          kms           | arn:aws:kms:*:111122223333:*                                        | alias, key
          logs          | arn:aws:logs:*:*:log-group:/aws/lambda/app                          | log-group
          logs          | arn:aws:logs:*:*:log-group:/aws/lambda/app:*                        | log-group, log-stream
          logs          | arn:aws:logs:*:*:log-group:*:log-stream:*                           | log-group, log-stream
          logs          | arn:aws:logs:*:*:destination:x                                      | destination
          ec2           | arn:aws:ec2:*:*:instance/i-1234567890abcdef0                        | instance
          ec2           | arn:aws:ec2:eu-west-1::image/ami-*                                  | image
          ec2           | arn:aws:ec2:eu-west-1:111122223333:image/ami-*                      | -
          sts           | arn:aws:iam::111122223333:role/Deploy                               | role
          sts           | arn:aws:iam::111122223333:root                                      | root-user
          sts           | arn:aws:sts::111122223333:assumed-role/Deploy/x                     | -
          kafka-cluster | arn:aws:kafka:*:*:topic/demo/*                                      | topic
          kafka-cluster | arn:aws:kafka-cluster:*:*:topic/demo/*                              | -
          events        | arn:aws:events:*:*:rule/bus/nightly                                 | rule-on-custom-event-bus
          """)
  void patterns_fit_types(String service, String pattern, String types) {
    assertThat(CATALOG.resourceTypes(service, pattern))
        .extracting(ResourceType::name)
        .containsExactlyElementsOf(
            types.equals("-") ? Stream.<String>empty().toList() : Splitter.on(", ").split(types));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "**",
        "arn:*",
        "arn:aws:s3:::*",
        "arn:aws:s3:*:*:*",
        "arn:*:*:*:*:*",
        "arn:aws*:s3:::reports",
        "arn:AWS:S3:::reports",
        "arn:aws:s3:::r?port?",
        "arn:aws:s3*",
        "arn:aws:s3:::${aws:username}",
        "arn:aws:s3:::${aws:username, 'nobody'}",
        "arn:aws:${aws:PrincipalTag/service}:::reports",
        "${aws:PrincipalTag/arn}",
        "arn:aws:s3:::${username",
        "arn:aws:s3:::${*}${?}${$}"
      })
  void some_bucket_is_matched(String pattern) {
    assertThat(new ArnTemplate("arn:${Partition}:s3:::${BucketName}").fits(pattern)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "reports",
        "arn",
        "arn:aws:s3:::",
        "arn:aws:s3::reports",
        "arn:aws:sqs*",
        "arn:aws:s3:::reports:x",
        "arn:aws:s3:?::reports",
        "arn:aws:s3::?:reports",
        "arn:aws:s3?:::reports",
        "ARN:aws:s3:::reports",
        "arn:aws:s3:::*/x",
        "arn:aws:s3:::${aws:username}/",
      })
  void no_bucket_is_matched(String pattern) {
    assertThat(new ArnTemplate("arn:${Partition}:s3:::${BucketName}").fits(pattern)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          TEMPLATE                                                       | PATTERN                          | FITS
          arn:${Partition}:${Vendor}:${Region}:*:${ResourceType}:${Id}   | arn:aws:ec2:::snapshot:x         | true
          arn:${Partition}:${Vendor}:${Region}:*:${ResourceType}:${Id}   | arn:aws:ec2:::snapshot           | false
          arn:${Partition}:dms:${Region}:${Account}:cert:*               | arn:aws:dms:*:*:cert:            | true
          arn:${Partition}:dms:${Region}:${Account}:cert:*               | arn:aws:dms:*:*:cert             | false
          arn:${Partition}:ocm::${Account}:backup/${Name}-{Date-of-it}   | arn:aws:ocm::1:backup/x-2026     | true
          arn:${Partition}:ocm::${Account}:backup/${Name}-{Date-of-it}   | arn:aws:ocm::1:backup/x          | false
          arn:${Partition}:s3:us-west-2:${Account}:mrap/${Token}         | arn:aws:s3:US-WEST-?:1:mrap/x    | true
          arn:${Partition}:s3:us-west-2:${Account}:mrap/${Token}         | arn:aws:s3:eu-*:1:mrap/x         | false
          arn:${Partition}:iam::${Account}:role/${RoleName}              | arn:aws:iam::1:Role/x            | false
          arn:${Partition}:x:::a${One}b                                  | arn:aws:x:::ab                   | false
          arn:${Partition}:x:::a${One}b                                  | arn:aws:x:::a?b                  | true
          arn:${Partition}:x:::a${One}b                                  | arn:aws:x:::a*                   | true
          arn:${Partition}:x:::a${One}b                                  | arn:aws:x:::*a                   | false
          """)
  void variables_and_stars_of_templates_stand_for_text(
      String template, String pattern, boolean fits) {
    assertThat(new ArnTemplate(template).fits(pattern)).isEqualTo(fits);
  }

  @Test
  void a_hostile_pattern_takes_no_longer_than_both_lengths_multiplied() {
    String hostile = "arn:aws:s3:::" + "*a".repeat(5_000) + "${a}".repeat(1_000);

    assertThat(CATALOG.resourceTypes("s3", hostile + "b")).isNotEmpty();
    assertThat(CATALOG.resourceTypes("s3", "arn:" + "*?".repeat(5_000))).isNotEmpty();
  }

  @Test
  void rules_are_about_placeholders_that_exist() {
    for (var row : Table.read("placeholders.tsv", 5)) {
      String service = ":" + row.get(0) + ":";
      String placeholder = "${" + row.get(1) + "}";

      assertThat(
              CATALOG.services().stream()
                  .flatMap(each -> each.resourceTypes().stream())
                  .flatMap(type -> type.arns().stream())
                  .map(ArnTemplate::text)
                  .filter(arn -> arn.contains(service) && arn.contains(placeholder)))
          .as(row::toString)
          .isNotEmpty();
      assertThat(Placeholders.bundled().never(row.get(0), row.get(1))).isNotEmpty();
    }
  }
}
