package dev.postern.suite.coverage;

import static dev.postern.suite.coverage.Watching.covered;
import static dev.postern.suite.coverage.Watching.state;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests cover of one statement. */
final class StatementCoverageTest {
  private static final String READ =
      """
      {"Effect": "Allow",
       "Action": ["s3:GetObject", "s3:PutObject"],
       "Resource": ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"],
       "Condition": {"Bool": {"aws:SecureTransport": "true"},
                     "StringEquals": {"aws:PrincipalTag/team": ["x", "y"]}}}
      """;

  private static final String ALL_BUT =
      """
      {"Effect": "Deny",
       "NotAction": ["s3:*", "iam:*"],
       "NotResource": "arn:aws:s3:::open/*",
       "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "false"}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          REQUESTS                                                                          | STATE
          ''                                                                                | never
          s3:GetObject arn:aws:s3:::c/1                                                     | never
          s3:GetObject arn:aws:s3:::a/1                                                     | reached
          s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=true aws:PrincipalTag/team=x    | decisive
          """)
  void a_statement_is_as_far_as_its_best_request(String requests, String state) {
    assertThat(covered(READ, requests).reach().text()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          REQUESTS                                                                       | PART                      | STATE
          s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=true aws:PrincipalTag/team=x | Action s3:GetObject       | decisive
          s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=true aws:PrincipalTag/team=x | Action s3:PutObject       | never
          s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=true aws:PrincipalTag/team=x | Resource arn:aws:s3:::a/* | decisive
          s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=true aws:PrincipalTag/team=x | Resource arn:aws:s3:::b/* | never
          s3:GetObject arn:aws:s3:::a/1                                                  | Action s3:GetObject       | reached
          s3:GetObject arn:aws:s3:::c/1                                                  | Action s3:GetObject       | reached
          ec2:StopInstances arn:aws:s3:::b/1                                             | Resource arn:aws:s3:::b/* | reached
          """)
  void an_entry_counts_where_it_is_the_one_that_matches(
      String requests, String part, String state) {
    assertThat(state(covered(READ, requests), part)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          REQUESTS                                                                          | TRANSPORT   | TEAM
          s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=true aws:PrincipalTag/team=x    | held only   | held only
          s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=false aws:PrincipalTag/team=x   | failed only | never
          s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=false aws:PrincipalTag/team=z   | never       | never
          s3:GetObject arn:aws:s3:::c/1 aws:SecureTransport=false aws:PrincipalTag/team=x   | never       | never
          s3:GetObject arn:aws:s3:::a/1 aws:PrincipalTag/team=x                             | failed only | never
          s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=true aws:PrincipalTag/team=x; s3:GetObject arn:aws:s3:::b/1 aws:SecureTransport=true | held only | both
          """)
  void a_condition_counts_where_it_makes_the_difference(
      String requests, String transport, String team) {
    StatementCoverage statement = covered(READ, requests);

    assertThat(state(statement, "Condition Bool aws:SecureTransport")).isEqualTo(transport);
    assertThat(state(statement, "Condition StringEquals aws:PrincipalTag/team")).isEqualTo(team);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          REQUESTS                                                                 | PART                            | STATE
          ec2:StopInstances *                                                      | NotAction s3:*                  | never
          s3:PutObject arn:aws:s3:::a/1 aws:MultiFactorAuthPresent=false           | NotAction s3:*                  | matched
          s3:PutObject arn:aws:s3:::a/1 aws:MultiFactorAuthPresent=false           | NotAction iam:*                 | never
          s3:PutObject arn:aws:s3:::a/1 aws:MultiFactorAuthPresent=true            | NotAction s3:*                  | reached
          s3:PutObject arn:aws:s3:::open/1 aws:MultiFactorAuthPresent=false        | NotAction s3:*                  | reached
          ec2:Foo arn:aws:s3:::open/1 aws:MultiFactorAuthPresent=false             | NotResource arn:aws:s3:::open/* | matched
          ec2:StopInstances arn:aws:s3:::a/1 aws:MultiFactorAuthPresent=false      | NotAction s3:*                  | never
          """)
  void an_entry_of_a_not_element_counts_where_it_spares_a_request(
      String requests, String part, String state) {
    assertThat(state(covered(ALL_BUT, requests), part)).isEqualTo(state);
  }

  @Test
  void an_entry_that_others_make_redundant_is_never_touched() {
    StatementCoverage statement =
        covered(
            "{\"Effect\": \"Allow\", \"Action\": [\"s3:*\", \"s3:GetObject\"], \"Resource\": \"*\"}",
            "s3:GetObject arn:aws:s3:::a/1");

    assertThat(state(statement, "Action s3:GetObject")).isEqualTo("never");
  }

  @Test
  void parts_are_the_statement_its_entries_and_the_two_sides_of_each_condition() {
    assertThat(covered(READ, "").share()).hasToString("0 of 9");
    assertThat(
            covered(
                    READ,
                    "s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=true aws:PrincipalTag/team=x")
                .share())
        .hasToString("5 of 9");
  }

  @Test
  void what_was_only_reached_is_not_covered() {
    assertThat(covered(READ, "s3:GetObject arn:aws:s3:::a/1").share().part()).isZero();
  }

  @Test
  void how_often_is_counted() {
    assertThat(
            covered(
                    READ,
                    """
                    s3:GetObject arn:aws:s3:::a/1; s3:PutObject arn:aws:s3:::a/1;
                    s3:GetObject arn:aws:s3:::a/1 aws:SecureTransport=true aws:PrincipalTag/team=x
                    """
                        .replace('\n', ' '))
                .touches())
        .isEqualTo(new Touches(1, 1, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          SID       | TITLE
          ReadOwn   | Allow ReadOwn
          ''        | Allow statement 1
          """)
  void a_statement_is_called_by_its_sid_or_its_place(String sid, String title) {
    String statement = READ.replace("{\"Effect\"", "{\"Sid\": \"" + sid + "\", \"Effect\"");

    assertThat(covered(statement, "").title()).isEqualTo(title);
  }
}
