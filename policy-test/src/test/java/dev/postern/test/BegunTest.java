package dev.postern.test;

import static dev.postern.test.Fixtures.ALICE;
import static dev.postern.test.Fixtures.OWN;
import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.eval.PolicySet;
import org.junit.jupiter.api.Test;

final class BegunTest {
  private static final PolicySet POLICIES = Fixtures.policies();

  @Test
  void a_question_without_an_end_is_found_by_the_next_assertion() {
    Question<?> forgotten = assertThat(POLICIES).allows("s3:DeleteBucket").on(OWN);

    assertThatThrownBy(() -> assertThat(POLICIES))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("an assertion was begun and never ended, so it has checked nothing")
        .hasMessageContaining("BegunTest.java:")
        .hasMessageEndingWith(
            "allows[s3:DeleteBucket] was begun here; end it with by(...), which decides")
        .cause()
        .satisfies(
            place ->
                assertThat(place.getStackTrace()[0].getClassName())
                    .isEqualTo(BegunTest.class.getName()));
    assertThat(forgotten).isNotNull();
  }

  @Test
  void it_is_found_once() {
    Question<?> forgotten = assertThat(POLICIES).allows("s3:DeleteBucket").on(OWN);
    assertThatThrownBy(() -> assertThat(POLICIES)).isInstanceOf(AssertionError.class);

    assertThatCode(() -> assertThat(POLICIES)).doesNotThrowAnyException();
    assertThat(forgotten).isNotNull();
  }

  @Test
  void it_is_found_by_the_next_question_about_the_same_policies() {
    PolicySetAssert policies = assertThat(POLICIES);
    Question<?> forgotten = policies.denies("s3:DeleteBucket");

    assertThatThrownBy(() -> policies.denies("s3:DeleteBucket").on(OWN).by(ALICE))
        .hasMessageContaining("never ended");
    assertThat(forgotten).isNotNull();
  }

  @Test
  void a_question_of_another_thread_is_none_of_this_one() throws InterruptedException {
    Thread other =
        new Thread(() -> assertThat(assertThat(POLICIES).allows("s3:DeleteBucket")).isNotNull());
    other.start();
    other.join();

    assertThatCode(Begun::requireNone).doesNotThrowAnyException();
  }

  @Test
  void a_question_may_end_on_another_thread() throws InterruptedException {
    Question<AllowedAssert> question = assertThat(POLICIES).allows("s3:GetObject").on(OWN);
    Thread other = new Thread(() -> question.by(ALICE));
    other.start();
    other.join();

    assertThatCode(Begun::requireNone).doesNotThrowAnyException();
  }

  @Test
  void an_assertion_that_fails_has_ended() {
    assertThatThrownBy(() -> assertThat(POLICIES).denies("s3:GetObject").on(OWN).by(ALICE))
        .isInstanceOf(AssertionError.class);

    assertThatCode(Begun::requireNone).doesNotThrowAnyException();
  }
}
