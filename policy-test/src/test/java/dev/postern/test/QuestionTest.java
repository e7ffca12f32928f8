package dev.postern.test;

import static dev.postern.test.Fixtures.ALICE;
import static dev.postern.test.Fixtures.BOB;
import static dev.postern.test.Fixtures.OWN;
import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.ContextValue;
import dev.postern.eval.Layer;
import dev.postern.eval.PolicySet;
import dev.postern.eval.Requester;
import dev.postern.model.PolicyType;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuestionTest {
  private static final PolicySet POLICIES = Fixtures.policies();

  @Test
  void an_allowed_request_passes() {
    assertThat(POLICIES).allows("s3:GetObject").on(OWN).by(ALICE);
  }

  @Test
  void a_denied_request_passes() {
    assertThat(POLICIES).denies("s3:DeleteObject").on(OWN).by(ALICE);
  }

  @Test
  void a_request_that_is_allowed_is_not_denied() {
    assertThatThrownBy(() -> assertThat(POLICIES).denies("s3:GetObject").on(OWN).by(ALICE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected the request to be denied");
  }

  @Test
  void circumstances_may_stand_before_the_resource() {
    assertThat(POLICIES)
        .denies("s3:GetObject")
        .when("aws:SecureTransport", false)
        .on(OWN)
        .by(ALICE)
        .explicitly()
        .because(Layer.RESOURCE, "TlsOnly");
  }

  @Test
  void the_last_value_of_a_key_counts() {
    assertThat(POLICIES)
        .allows("s3:GetObject")
        .on(OWN)
        .when("aws:SecureTransport", false)
        .when("aws:SecureTransport", true)
        .by(ALICE);
  }

  @Test
  void a_denial_says_which_kind_it_is() {
    assertThat(POLICIES).denies("s3:DeleteObject").on(OWN).by(ALICE).implicitly();
    assertThatThrownBy(
            () -> assertThat(POLICIES).denies("s3:DeleteObject").on(OWN).by(ALICE).explicitly())
        .hasMessageContaining("expected the request to be explicitly denied");
  }

  @Test
  void an_implicit_denial_is_because_of_the_type_that_does_not_allow() {
    assertThat(POLICIES).denies("s3:DeleteObject").on(OWN).by(ALICE).because(Layer.IDENTITY);
  }

  @Test
  void an_allowed_request_is_because_of_its_statement() {
    assertThat(POLICIES)
        .allows("s3:GetObject")
        .on(OWN)
        .by(ALICE)
        .because(Layer.IDENTITY, "OwnFolder")
        .restsOnNothingUnspecified();
  }

  @Test
  void another_statement_is_not_the_reason() {
    assertThatThrownBy(
            () ->
                assertThat(POLICIES)
                    .allows("s3:GetObject")
                    .on(OWN)
                    .by(ALICE)
                    .because(Layer.IDENTITY, "Shared"))
        .hasMessageContaining(
            "expected the request to be decided by an identity-based policy, statement `Shared`");
  }

  @Test
  void one_sentence_may_follow_another() {
    assertThat(POLICIES)
        .allows("s3:GetObject")
        .on(OWN)
        .by(ALICE)
        .denies("s3:DeleteObject")
        .on(OWN)
        .by(BOB)
        .allows("s3:PutObject")
        .on(OWN)
        .by(ALICE);
  }

  @Test
  void a_question_may_be_asked_of_several() {
    Question<DeniedAssert> deleting = assertThat(POLICIES).denies("s3:DeleteObject").on(OWN);

    deleting.by(ALICE);
    deleting.by(BOB);
  }

  @Test
  void requesters_come_in_three_forms() {
    Question<AllowedAssert> reading = assertThat(POLICIES).allows("s3:GetObject").on(OWN);

    reading.by(ALICE);
    reading.by(Requester.of(ALICE));
    reading.by(AuthorizationRequest.by(ALICE));
  }

  @Test
  void every_combination_is_tried() {
    assertThatThrownBy(
            () ->
                assertThat(POLICIES)
                    .allows("s3:GetObject", "s3:DeleteObject")
                    .on(OWN, "arn:aws:s3:::reports/bob/q1.csv")
                    .by(ALICE, BOB))
        .hasMessageContaining("expected all 8 requests to be allowed; 6 came out otherwise")
        .hasMessageContaining("\n6.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          RESOURCE                        | ALLOWED
          arn:aws:s3:::reports/alice/*    | true
          arn:aws:s3:::reports/alice/?    | true
          arn:aws:s3:::reports/*          | false
          arn:aws:s3:::reports/alice*     | false
          arn:aws:s3:::*/alice/q1.csv     | false
          """)
  void every_example_of_a_pattern_is_tried(String resource, boolean allowed) {
    if (allowed) {
      assertThat(POLICIES).allows("s3:GetObject").on(resource).by(ALICE);
    } else {
      assertThatThrownBy(() -> assertThat(POLICIES).allows("s3:GetObject").on(resource).by(ALICE))
          .hasMessageContaining("an example of " + resource);
    }
  }

  @Test
  void a_star_that_is_meant_as_one_is_one_request() {
    assertThatThrownBy(
            () ->
                assertThat(POLICIES)
                    .denies("s3:GetObject")
                    .onLiterally("arn:aws:s3:::reports/alice/*")
                    .by(ALICE))
        .hasMessageContaining("expected the request to be denied")
        .hasMessageContaining("resource   arn:aws:s3:::reports/alice/*\n");
  }

  @Test
  void what_hangs_on_an_unknown_key_is_neither_allowed_nor_denied() {
    String shared = "arn:aws:s3:::reports/shared/a";
    assertThatThrownBy(
            () ->
                assertThat(POLICIES)
                    .allows("s3:GetObject")
                    .on(shared)
                    .whenUnknown("aws:SourceIp")
                    .by(ALICE))
        .hasMessageContaining("context    aws:SourceIp = not known");
    assertThatThrownBy(
            () ->
                assertThat(POLICIES)
                    .denies("s3:GetObject")
                    .on(shared)
                    .whenUnknown("aws:SourceIp")
                    .by(ALICE))
        .hasMessageContaining("depends: ");
  }

  @Test
  void values_come_in_every_form() {
    PolicySet policies =
        PolicySet.EMPTY.withIdentity(
            Fixtures.policy(
                PolicyType.IDENTITY,
                """
                {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*", "Condition": {
                  "NumericLessThan": {"s3:max-keys": "11"},
                  "StringEquals": {"s3:prefix": "alice/"},
                  "Null": {"aws:TokenIssueTime": "true"},
                  "ForAllValues:StringEquals": {"aws:TagKeys": ["a", "b"]},
                  "DateLessThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}}}
                """));

    assertThat(policies)
        .allows("s3:ListBucket")
        .on("arn:aws:s3:::reports")
        .when("s3:max-keys", 10)
        .when("s3:prefix", "alice/")
        .when("aws:TokenIssueTime", new ContextValue.Null())
        .when("aws:TagKeys", List.of("a", "b"))
        .at(Instant.parse("2025-12-31T00:00:00Z"))
        .by(ALICE);
  }

  @Test
  void an_owner_makes_a_resource_one_of_another_account() {
    assertThat(POLICIES)
        .denies("s3:GetObject")
        .on(OWN)
        .ownedBy("999999999999")
        .by(ALICE)
        .because(Layer.RESOURCE);
  }

  @Test
  void an_action_without_resources_needs_none() {
    assertThat(POLICIES).denies("s3:ListAllMyBuckets").by(ALICE);
  }

  @Test
  void a_service_of_ones_own_needs_no_catalog() {
    PolicySet policies =
        PolicySet.EMPTY.withIdentity(
            Fixtures.policy(
                PolicyType.IDENTITY,
                "{\"Effect\": \"Allow\", \"Action\": \"orders:Cancel\", \"Resource\": \"*\"}"));

    assertThat(policies)
        .allows("orders:Cancel")
        .on("arn:aws:orders:eu-west-1:111122223333:order/*")
        .by(ALICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          ACTION          | RESOURCE              | PRINCIPAL                           | MESSAGE
          s3:Get*         | arn:aws:s3:::reports  | arn:aws:iam::111122223333:user/a    | `s3:Get*` is not an action
          s3:GetObjekt    | arn:aws:s3:::reports  | arn:aws:iam::111122223333:user/a    | did you mean `s3:GetObject`
          s3:GetObject    | reports               | arn:aws:iam::111122223333:user/a    | `reports` is not an ARN
          s3:GetObject    | arn:aws:*:::reports   | arn:aws:iam::111122223333:user/a    | of which no examples can be made
          s3:GetObject    | arn:aws:s3:::reports  | alice                               | `alice` is no principal
          """)
  void a_question_that_makes_no_sense_is_refused(
      String action, String resource, String principal, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(POLICIES).denies(action).on(resource).by(principal))
        .withMessageContaining(message);
    // And it does not count as a question without an end.
    assertThatCode(Begun::requireNone).doesNotThrowAnyException();
  }

  @Test
  void a_forgotten_resource_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(POLICIES).denies("s3:GetObject").by(ALICE))
        .withMessage("`s3:GetObject` acts on a resource: name one in on(...), or `*` for none");
  }

  @Test
  void nobody_and_nothing_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(POLICIES).denies("s3:GetObject").on(OWN).by(new String[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(POLICIES).denies().on(OWN).by(ALICE));
  }

  @Test
  void a_description_leads_the_message() {
    assertThatThrownBy(
            () ->
                assertThat(POLICIES).as("who may write").allows("s3:DeleteObject").on(OWN).by(BOB))
        .hasMessageStartingWith("[who may write] \nexpected the request to be allowed");
  }

  @Test
  void a_message_of_ones_own_stands_alone() {
    assertThatThrownBy(
            () ->
                assertThat(POLICIES)
                    .overridingErrorMessage("no way")
                    .allows("s3:DeleteObject")
                    .on(OWN)
                    .by(BOB))
        .hasMessage("no way");
  }

  @Test
  void soft_assertions_collect_ours() {
    SoftAssertions softly = new SoftAssertions();
    softly.check(() -> assertThat(POLICIES).allows("s3:DeleteObject").on(OWN).by(BOB));
    softly.check(() -> assertThat(POLICIES).denies("s3:PutObject").on(OWN).by(ALICE));

    assertThat(softly.assertionErrorsCollected()).hasSize(2);
  }

  @Test
  void our_assertThat_and_AssertJs_stand_side_by_side() {
    assertThat(OWN).startsWith("arn:");
    assertThat(ImmutableList.of(1)).hasSize(1);
    assertThat(POLICIES).isNotNull();
    assertThat(Fixtures.document("policies/alice.json", PolicyType.IDENTITY)).isNotNull();
    assertThat(POLICIES.identity().get(0)).isNotNull();
    assertThat((Object) POLICIES).isInstanceOf(PolicySet.class);
  }
}
