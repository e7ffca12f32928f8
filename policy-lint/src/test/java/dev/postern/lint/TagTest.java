package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access by tags: where the rules must speak, and where they must be silent. */
final class TagTest {
  private static final Linter LINTER = Linter.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          EFFECT | ACTION                        | CONDITION                                            | FOUND
          Allow  | "Action":"ec2:DescribeVpcs"   | "StringEquals":{"aws:ResourceTag/t":"a"}             | tag-unsupported-allow
          Allow  | "Action":"ec2:DescribeVpcs"   | "StringEqualsIfExists":{"aws:ResourceTag/t":"a"}     |
          Allow  | "Action":"ec2:DescribeVpcs"   | "StringNotEquals":{"aws:ResourceTag/t":"a"}          |
          Allow  | "Action":"ec2:*"              | "StringEquals":{"aws:ResourceTag/t":"a"}             |
          Allow  | "Action":"s3:GetObjekt"       | "StringEquals":{"aws:ResourceTag/t":"a"}             |
          Allow  | "Action":"s3:ListAllMyBuckets"| "StringEquals":{"ec2:ResourceTag/t":"a"}             | tag-unsupported-allow
          Allow  | "NotAction":"iam:*"           | "StringEquals":{"aws:ResourceTag/t":"a"}             | tag-unsupported-allow-notaction
          Deny   | "Action":"ec2:DescribeVpcs"   | "StringEquals":{"aws:ResourceTag/t":"a"}             | tag-unsupported-deny
          Deny   | "NotAction":"iam:*"           | "StringEquals":{"aws:ResourceTag/t":"a"}             | tag-unsupported-deny-notaction
          Deny   | "Action":"ec2:DescribeVpcs"   | "StringNotEquals":{"aws:ResourceTag/t":"a"}          |
          Deny   | "Action":"ec2:StopInstances"  | "StringNotEquals":{"aws:RequestTag/t":"a"}           | tag-request-on-use
          Deny   | "Action":"ec2:StopInstances"  | "StringNotEquals":{"aws:RequestTag/t":"a","aws:ResourceTag/t":"a"} |
          Deny   | "Action":"ec2:RunInstances"   | "Null":{"aws:RequestTag/t":"true"}                   |
          Allow  | "Action":"ec2:StopInstances"  | "Null":{"aws:RequestTag/t":"true"}                   |
          Allow  | "Action":"cloudfront:CreateDistribution" | "StringEquals":{"aws:ResourceTag/t":"a"}  | tag-resource-on-create
          Deny   | "Action":"cloudfront:CreateDistribution" | "StringNotEquals":{"aws:ResourceTag/t":"a"} | tag-resource-on-create
          Allow  | "Action":"ec2:CreateSnapshot" | "StringEquals":{"aws:ResourceTag/t":"a"}             |
          Allow  | "Action":"ec2:CreateVolume"   | "StringEquals":{"aws:RequestTag/t":"a"}              | tag-extra-keys
          Allow  | "Action":"ec2:CreateVolume"   | "StringEquals":{"aws:RequestTag/t":"a","aws:RequestTag/T":"a"} | tag-extra-keys tag-key-case
          """)
  void what_is_found_in_a_statement(String effect, String action, String condition, String found) {
    assertThat(found(statement(effect, action, condition))).isEqualTo(found == null ? "" : found);
  }

  @Test
  void a_deny_of_tagging_protects_a_tag() {
    String access =
        statement(
            "Allow",
            "\"Action\":\"ec2:StopInstances\"",
            "\"StringEquals\":{\"ec2:ResourceTag/t\":\"a\"}");
    String open = "{\"Effect\":\"Allow\",\"Action\":\"ec2:CreateTags\",\"Resource\":\"*\"}";
    String denied =
        statement(
            "Deny",
            "\"Action\":[\"ec2:CreateTags\",\"ec2:DeleteTags\"]",
            "\"ForAnyValue:StringEquals\":{\"aws:TagKeys\":\"t\"}");

    assertThat(found(access + "," + open)).isEqualTo("tag-resource-editable");
    assertThat(found(access + "," + open + "," + denied)).isEmpty();
  }

  private static String statement(String effect, String action, String condition) {
    return "{\"Effect\":\""
        + effect
        + "\","
        + action
        + ",\"Resource\":\"*\",\"Condition\":{"
        + condition
        + "}}";
  }

  private static String found(String statements) {
    String json = "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
    return LINTER.lint(SourceText.of("policy", json), PolicyType.IDENTITY).findings().stream()
        .map(finding -> finding.rule().id())
        .filter(id -> id.startsWith("tag-"))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
