package dev.postern.test;

import static dev.postern.test.Fixtures.ALICE;
import static dev.postern.test.Fixtures.BOB;
import static dev.postern.test.Fixtures.OWN;
import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.ContextValue;
import dev.postern.eval.Layer;
import dev.postern.eval.PolicySet;
import dev.postern.eval.PrincipalFacts;
import dev.postern.eval.Requester;
import dev.postern.model.PolicyType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a question may be put, and how it may not. */
final class QuestionFormTest {
  private static final PolicySet POLICIES = Fixtures.policies();

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
  void requesters_come_in_three_forms() {
    Question<AllowedAssert> reading = assertThat(POLICIES).allows("s3:GetObject").on(OWN);

    reading.by(ALICE);
    reading.by(Requester.of(ALICE));
    reading.by(AuthorizationRequest.by(ALICE));
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
        .withMessage("`s3:GetObject` acts on a resource; name one in `on`, or `*` for none");
  }

  @Test
  void nobody_and_nothing_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(POLICIES).denies("s3:GetObject").on(OWN).by(new String[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(POLICIES).denies().on(OWN).by(ALICE));
  }

  @Test
  void all_that_was_said_is_told() {
    AuthorizationRequest.Asking alice =
        new AuthorizationRequest.Asking(
            Requester.of(ALICE),
            PrincipalFacts.NONE
                .withUniqueId("AIDAEXAMPLE")
                .withIssuer(BOB)
                .withCanonicalUser("0a")
                .withServiceLinkedRole(false));

    assertThatThrownBy(
            () ->
                assertThat(POLICIES)
                    .denies("s3:GetObject")
                    .on(OWN)
                    .when("aws:TagKeys", List.of("a", "b"))
                    .when("aws:TokenIssueTime", new ContextValue.Null())
                    .by(alice))
        .hasMessageContaining(
            """
              principal  arn:aws:iam::111122223333:user/alice
                         unique id AIDAEXAMPLE
                         issued by arn:aws:iam::111122223333:user/bob
                         canonical user 0a
                         not service-linked
              action     s3:GetObject
              resource   arn:aws:s3:::reports/alice/q1.csv
              context    aws:TagKeys = [a, b]
              context    aws:TokenIssueTime = null
            """);
  }
}
