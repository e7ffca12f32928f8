package dev.postern.test;

import static dev.postern.test.Fixtures.ALICE;
import static dev.postern.test.Fixtures.BOB;
import static dev.postern.test.Fixtures.OWN;
import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.eval.Layer;
import dev.postern.eval.PolicySet;
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
}
