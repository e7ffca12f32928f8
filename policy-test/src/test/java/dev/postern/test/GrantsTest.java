package dev.postern.test;

import static dev.postern.test.Fixtures.policy;
import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrantsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '`',
      textBlock =
          """
          STATEMENT                                                              | LIMIT      | EXCESS
          "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"           | s3:Get*    |
          "Effect": "Allow", "Action": "S3:getobject", "Resource": "*"           | s3:Get*    |
          "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"           | *          |
          "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"           | s3:Get*    | s3:PutObject
          "Effect": "Allow", "Action": "sqs:*Message", "Resource": "*"           | sqs:Send*  | sqs:DeleteMessage
          "Effect": "Allow", "NotAction": "s3:*", "Resource": "*"                | *          |
          "Effect": "Allow", "NotAction": "iam:*", "Resource": "*"               | s3:*       | access-analyzer:*
          "Effect": "Allow", "Action": "*", "Resource": "*"                      | s3:*       | access-analyzer:*
          "Effect": "Allow", "Action": "orders:Cancel", "Resource": "*"          | s3:*       | orders:Cancel, which the catalog does not know
          "Effect": "Allow", "Action": "orders:Can*", "Resource": "*"            | orders:C*  |
          "Effect": "Allow", "Action": "orders:*", "Resource": "*"               | orders:C*  | orders:*, which the catalog does not know
          "Effect": "Allow", "Action": "s3:GetObjekt*", "Resource": "*"          | s3:Put*    | s3:GetObjekt*, which the catalog does not know
          "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"            | s3:Get*    |
          """)
  void a_statement_grants_what_it_speaks_of(String statement, String limit, String excess) {
    expect(policy(PolicyType.IDENTITY, "{" + statement + "}"), limit, excess);
  }

  private static void expect(CompiledPolicy policy, String limit, String excess) {
    if (excess == null) {
      assertThat(policy).grantsNoMoreThan(limit);
    } else {
      assertThatThrownBy(() -> assertThat(policy).grantsNoMoreThan(limit))
          .hasMessageContaining("\n  " + excess + "\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '`',
      textBlock =
          """
          DENY                                                                   | COUNTS
          "Action": "s3:*", "Resource": "*"                                      | true
          "Action": "*", "Resource": "*"                                         | true
          "Action": "s3:PutObject", "Resource": ["arn:aws:s3:::b", "*"]          | true
          "NotAction": "s3:GetObject", "Resource": "*"                           | true
          "Action": "s3:GetObject", "Resource": "*"                              | false
          "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"                       | false
          "Action": "s3:*", "NotResource": "arn:aws:s3:::b/*"                    | false
          "Action": "*:PutObject", "Resource": "*"                               | false
          "Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}} | false
          """)
  void a_deny_counts_where_it_takes_away_for_sure(String deny, boolean counts) {
    expect(
        policy(
            PolicyType.IDENTITY,
            "{\"Effect\": \"Allow\", \"Action\": [\"s3:GetObject\", \"s3:PutObject\"],"
                + " \"Resource\": \"*\"}",
            "{\"Effect\": \"Deny\", " + deny + "}"),
        "s3:GetObject",
        counts ? null : "s3:PutObject");
  }

  @Test
  void a_deny_takes_away_what_the_catalog_does_not_know() {
    assertThat(
            policy(
                PolicyType.IDENTITY,
                "{\"Effect\": \"Allow\", \"Action\": \"orders:Cancel\", \"Resource\": \"*\"}",
                "{\"Effect\": \"Deny\", \"Action\": \"orders:*\", \"Resource\": \"*\"}"))
        .grantsNoMoreThan();
  }

  private static final String PUT =
      "{\"Effect\": \"Allow\", \"Action\": \"s3:PutObject\", \"Resource\": \"*\"}";
  private static final String NO_PUT =
      "{\"Effect\": \"Deny\", \"Action\": \"s3:PutObject\", \"Resource\": \"*\"}";
  private static final String PUT_BY_ANYONE =
      "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:PutObject\", \"Resource\":"
          + " \"*\"}";
  private static final String NO_PUT_BY_ANYONE =
      "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:PutObject\", \"Resource\":"
          + " \"*\"}";

  @Test
  void a_boundarys_deny_counts_for_the_identity() {
    assertThat(
            PolicySet.EMPTY
                .withIdentity(policy(PolicyType.IDENTITY, PUT))
                .withPermissionsBoundary(policy(PolicyType.PERMISSIONS_BOUNDARY, NO_PUT)))
        .grantsNoMoreThan();
  }

  @Test
  void an_organizations_deny_does_not_count() {
    PolicySet policies =
        PolicySet.EMPTY
            .withIdentity(policy(PolicyType.IDENTITY, PUT))
            .withServiceControlLevel(ImmutableList.of(policy(PolicyType.SERVICE_CONTROL, NO_PUT)));

    assertThatThrownBy(() -> assertThat(policies).grantsNoMoreThan())
        .hasMessageContaining("expected to grant nothing")
        .hasMessageContaining("s3:PutObject");
  }

  @Test
  void an_identitys_deny_does_not_count_for_the_resource() {
    PolicySet policies =
        PolicySet.EMPTY
            .withIdentity(policy(PolicyType.IDENTITY, NO_PUT))
            .withResource(policy(PolicyType.RESOURCE, PUT_BY_ANYONE));

    assertThatThrownBy(() -> assertThat(policies).grantsNoMoreThan())
        .hasMessageContaining("s3:PutObject");
  }

  @Test
  void a_resources_deny_for_everyone_counts_for_itself() {
    assertThat(
            PolicySet.EMPTY.withResource(
                policy(PolicyType.RESOURCE, PUT_BY_ANYONE, NO_PUT_BY_ANYONE)))
        .grantsNoMoreThan();
  }

  @Test
  void a_boundary_grants_nothing_but_room() {
    CompiledPolicy boundary = policy(PolicyType.PERMISSIONS_BOUNDARY, PUT);

    assertThat(PolicySet.EMPTY.withPermissionsBoundary(boundary)).grantsNoMoreThan();
    assertThatThrownBy(() -> assertThat(boundary).grantsNoMoreThan())
        .hasMessageContaining("s3:PutObject");
  }

  @Test
  void a_policy_that_is_attached_twice_is_reported_once() {
    CompiledPolicy put = policy(PolicyType.IDENTITY, PUT);

    assertThatThrownBy(
            () ->
                assertThat(PolicySet.EMPTY.withIdentity(put).withIdentity(put)).grantsNoMoreThan())
        .message()
        .containsOnlyOnce("granted by");
  }

  @Test
  void what_is_no_pattern_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(PolicySet.EMPTY).grantsNoMoreThan("GetObject"));
  }
}
