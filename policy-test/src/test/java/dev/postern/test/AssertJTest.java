package dev.postern.test;

import static dev.postern.test.Fixtures.ALICE;
import static dev.postern.test.Fixtures.BOB;
import static dev.postern.test.Fixtures.OWN;
import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyType;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Ours among AssertJ's. */
final class AssertJTest {
  private static final PolicySet POLICIES = Fixtures.policies();

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
