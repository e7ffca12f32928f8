package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which statements another one makes superfluous, and what is left when they go. */
final class RedundantStatementTest {
  private static final Linter LINTER = Linter.standard().rules("redundant-*");

  private static String found(String policy, PolicyType type) {
    return LINTER.lint(SourceText.of("p.json", policy), type).findings().stream()
        .map(finding -> finding.rule().id() + finding.pointer())
        .reduce("", (all, each) -> all.isEmpty() ? each : all + " " + each);
  }

  private static String policy(String effect, String first, String second) {
    return """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "%1$s", %2$s},
          {"Effect": "%1$s", %3$s}]}
        """
        .formatted(effect, first, second);
  }

  /** Of two statements of an identity policy; elements by their first letters. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          FIRST                                            | SECOND                                           | FOUND
          "Action":"s3:Get*","Resource":"*"                | "Action":"s3:get*","Resource":["*"]              | redundant-statement/Statement/1
          "Action":"s3:GetObject","Resource":"*"           | "Action":"s3:Get*","Resource":"*"                | redundant-covered/Statement/0
          "Action":"s3:Get*","Resource":"arn:aws:s3:::a/*" | "Action":"s3:Get*","Resource":"*"                | redundant-covered/Statement/0
          "Action":"s3:Get*","Resource":"arn:aws:s3:::a*"  | "Action":"s3:GetObject","Resource":"arn:aws:s3:::a/b" | redundant-covered/Statement/1
          "Action":"s3:Get*","Resource":"arn:aws:s3:::a/?" | "Action":"s3:Get*","Resource":"arn:aws:s3:::a/${aws:username}" |
          "Action":"s3:Get*","Resource":"arn:aws:s3:::a/*" | "Action":"s3:Get*","Resource":"arn:aws:s3:::a/${aws:username}" | redundant-covered/Statement/1
          "NotAction":"s3:*","Resource":"*"                | "Action":"sqs:*","Resource":"*"                  |
          "NotAction":"s3:*","Resource":"*"                | "Action":"sqs:SendMessage","Resource":"*"        | redundant-covered/Statement/1
          "NotAction":"s3:*","Resource":"*"                | "NotAction":["s3:*","sqs:*"],"Resource":"*"      | redundant-covered/Statement/1
          "NotAction":"s3:*","Resource":"*"                | "Action":"*","Resource":"*"                      | redundant-covered/Statement/0
          "Action":"s3:*","NotResource":"arn:aws:s3:::a*"  | "Action":"s3:*","NotResource":"arn:aws:s3:::a"   | redundant-covered/Statement/0
          "Action":"s3:*","NotResource":"arn:aws:s3:::a"   | "Action":"s3:*","Resource":"*"                   | redundant-covered/Statement/0
          "Action":"s3:*","NotResource":"arn:aws:s3:::a"   | "Action":"s3:*","Resource":"arn:aws:s3:::b"      |
          "Action":[],"Resource":"*"                       | "Action":"s3:*","Resource":"*"                   |
          """)
  void elements_are_compared(String first, String second, String found) {
    assertThat(found(policy("Allow", first, second), PolicyType.IDENTITY))
        .isEqualTo(found == null ? "" : found);
  }

  /** Of two statements that differ in their conditions only. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          FIRST                                      | SECOND                                    | FOUND
          ^^                                         | "Bool":{"aws:SecureTransport":"true"}     | redundant-covered/Statement/1
          "Bool":{"aws:SecureTransport":true}        | "Bool":{"aws:securetransport":["true"]}   | redundant-statement/Statement/1
          "Null":{"aws:username":"false"}            | "Bool":{"aws:SecureTransport":"true"}     |
          "StringEquals":{"aws:username":["a","b"]}  | "StringEquals":{"aws:username":["b","a"]} | redundant-statement/Statement/1
          "StringEquals":{"aws:username":"a"}        | "StringEquals":{"aws:username":["b","a"]} |
          "StringEquals":{"aws:username":"a"}        | "StringEquals":{"aws:username":"a","aws:RequestedRegion":"b"} | redundant-covered/Statement/1
          """)
  void further_tests_only_leave_out(String first, String second, String found) {
    String element = "\"Action\": \"s3:GetObject\", \"Resource\": \"*\", \"Condition\": {%s}";
    assertThat(
            found(
                policy("Deny", element.formatted(first), element.formatted(second)),
                PolicyType.IDENTITY))
        .isEqualTo(found == null ? "" : found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          EFFECT | FIRST                          | SECOND                          | FOUND
          Allow  | "*"                            | {"AWS":"111122223333"}          |
          Deny   | "*"                            | {"AWS":"111122223333"}          | redundant-covered/Statement/1
          Deny   | "*"                            | {"Service":"sns.amazonaws.com"} | redundant-covered/Statement/1
          Allow  | {"AWS":["111122223333","*"]}   | {"AWS":"111122223333"}          | redundant-covered/Statement/1
          Allow  | {"AWS":"111122223333"}         | {"AWS":["111122223333"]}        | redundant-statement/Statement/1
          Deny   | {"AWS":"111122223333"}         | {"CanonicalUser":"111122223333"} |
          """)
  void principals_are_compared_by_name(String effect, String first, String second, String found) {
    String element = "\"Principal\": %s, \"Action\": \"s3:GetObject\", \"Resource\": \"*\"";
    assertThat(
            found(
                policy(effect, element.formatted(first), element.formatted(second)),
                PolicyType.RESOURCE))
        .isEqualTo(found == null ? "" : found);
  }

  @Test
  void an_allow_and_a_deny_are_never_one() {
    String policy =
        policy("Allow", "\"Action\": \"s3:*\", \"Resource\": \"*\"", "\"Action\": \"s3:*\"");
    assertThat(found(policy.replaceFirst("Allow", "Deny"), PolicyType.IDENTITY)).isEmpty();
  }

  @Test
  void what_covers_the_others_stays_as_it_was_written() {
    String policy =
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*"},
            {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"},
            {"Effect": "Allow", "Action":   "s3:Get*", "Resource": "*"},
            {"Effect": "Allow", "Action": ["s3:Get*"], "Resource": "*"}
          ]
        }
        """;
    FixedPolicy fixed =
        LINTER.fix(LINTER.lint(SourceText.of("p.json", policy), PolicyType.IDENTITY));
    assertThat(fixed.text())
        .isEqualTo(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {"Effect": "Allow", "Action":   "s3:Get*", "Resource": "*"}
              ]
            }
            """);
    assertThat(fixed.fixed()).hasSize(3);
  }
}
