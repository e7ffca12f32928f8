package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PolicyType;
import dev.postern.model.source.SourceText;
import org.junit.jupiter.api.Test;

/** What a fingerprint survives, and what it does not. */
final class FingerprintTest {
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "A", "Effect": "Allow", "Action": ["s3:GetObject", "S3:PutObject"],
         "Resource": ["reports", "*"],
         "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}
      """;

  private static String fingerprint(String name, String text) {
    return Linter.standard()
        .rules("arn-prefix")
        .lint(SourceText.of(name, text), PolicyType.IDENTITY)
        .findings()
        .get(0)
        .fingerprint();
  }

  private static String fingerprint(String text) {
    return fingerprint("deploy.json", text);
  }

  private static void assertSame(String text) {
    assertThat(fingerprint(text)).isEqualTo(fingerprint(POLICY));
  }

  private static void assertOther(String text) {
    assertThat(fingerprint(text)).isNotEqualTo(fingerprint(POLICY));
  }

  /** Pinned: a change would bring every finding of every baseline back. */
  @Test
  void version_1_stays_what_it_is() {
    assertThat(fingerprint(POLICY)).isEqualTo("v1:17704bc35e27ec28089bb0f5819dcea2");
  }

  @Test
  void it_survives_reformatting() {
    assertSame(POLICY.replace(" ", "").replace("\n", ""));
  }

  @Test
  void it_survives_another_name_for_the_statement() {
    assertSame(POLICY.replace("\"A\"", "\"B\""));
    assertSame(POLICY.replace("\"Sid\": \"A\", ", ""));
  }

  @Test
  void it_survives_another_order() {
    assertSame(
        POLICY.replace("\"s3:GetObject\", \"S3:PutObject\"", "\"S3:PutObject\", \"s3:GetObject\""));
    assertSame(POLICY.replace("[\"reports\", \"*\"]", "[\"*\", \"reports\"]"));
  }

  @Test
  void it_survives_the_letter_case_of_actions_and_keys() {
    assertSame(POLICY.replace("s3:GetObject", "s3:getobject"));
    assertSame(POLICY.replace("aws:SecureTransport", "aws:securetransport"));
  }

  @Test
  void it_survives_other_spellings_of_one_value() {
    assertSame(POLICY.replace("\"true\"", "true"));
    assertSame(POLICY.replace("\"true\"", "[\"true\"]"));
  }

  @Test
  void it_survives_further_statements() {
    assertSame(
        POLICY.replace(
            "[\n  {\"Sid\"",
            "[{\"Effect\": \"Deny\", \"Action\": \"iam:*\", \"Resource\": \"*\"}, {\"Sid\""));
  }

  @Test
  void it_survives_the_list_around_a_single_statement() {
    assertSame(POLICY.replace("[\n  {", "{").replace("}}}]}", "}}}}"));
  }

  @Test
  void it_changes_with_what_the_statement_says() {
    assertOther(POLICY.replace("s3:GetObject", "s3:GetObjectAcl"));
    assertOther(POLICY.replace("Allow", "Deny"));
    assertOther(POLICY.replace("\"true\"", "\"false\""));
    assertOther(POLICY.replace("\"reports\"", "\"letters\""));
  }

  @Test
  void two_places_in_one_statement_differ() {
    assertThat(
            Linter.standard()
                .rules("arn-prefix")
                .lint(
                    SourceText.of("deploy.json", POLICY.replace("\"*\"", "\"letters\"")),
                    PolicyType.IDENTITY)
                .findings())
        .extracting(Finding::fingerprint)
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void it_changes_with_the_policy() {
    assertThat(fingerprint("other.json", POLICY)).isNotEqualTo(fingerprint(POLICY));
    assertThat(fingerprint("policies\\a.json", POLICY))
        .isEqualTo(fingerprint("policies/a.json", POLICY));
  }
}
