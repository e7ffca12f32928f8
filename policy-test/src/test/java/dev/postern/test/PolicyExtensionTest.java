package dev.postern.test;

import static dev.postern.test.Fixtures.ALICE;
import static dev.postern.test.Fixtures.OWN;
import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.postern.eval.PolicySet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

final class PolicyExtensionTest {
  static final class Forgetful {
    @Test
    void forgets(@Policies(identity = "policies/alice.json") PolicySet policies) {
      Question<?> forgotten = assertThat(policies).allows("s3:DeleteBucket").on(OWN);
      assertThat(forgotten).isNotNull();
    }

    @Test
    void ends(@Policies(identity = "policies/alice.json") PolicySet policies) {
      assertThat(policies).allows("s3:GetObject").on(OWN).by(ALICE);
    }
  }

  @Test
  void a_test_that_forgets_an_end_fails_by_a_parameters_annotation() {
    Run run = Run.of(Forgetful.class);

    assertThat(run.passed()).hasSize(1);
    assertThat(run.message())
        .contains("an assertion was begun and never ended")
        .contains("PolicyExtensionTest$Forgetful.forgets(PolicyExtensionTest.java:");
  }

  static final class ForgetfulWithoutAnnotation {
    @Test
    void forgets() {
      Question<?> forgotten = assertThat(Fixtures.policies()).allows("s3:DeleteBucket");
      assertThat(forgotten).isNotNull();
    }
  }

  @Test
  void a_test_that_forgets_an_end_fails_where_extensions_are_detected() {
    assertThat(Run.detectingExtensions(ForgetfulWithoutAnnotation.class).message())
        .contains("an assertion was begun and never ended");
  }

  @ExtendWith(PolicyExtension.class)
  static final class Failing {
    @Test
    void fails() {
      Question<?> cut = assertThat(Fixtures.policies()).allows("s3:DeleteBucket").on(OWN);
      assertThat(cut).isNotNull();
      throw new IllegalStateException("another failure");
    }
  }

  @Test
  void a_test_that_fails_otherwise_keeps_its_own_message() {
    assertThat(Run.of(Failing.class).messages())
        .singleElement()
        .asString()
        .isEqualTo("another failure");
    assertThatCode(Begun::requireNone).doesNotThrowAnyException();
  }

  static final class Many {
    @RepeatedTest(50)
    void passes(@Policies(identity = "policies/alice.json") PolicySet policies) {
      assertThat(policies).allows("s3:GetObject").on(OWN).by(ALICE);
    }

    @RepeatedTest(50)
    void forgets(@Policies(identity = "policies/alice.json") PolicySet policies) {
      Question<?> forgotten = assertThat(policies).allows("s3:DeleteBucket").on(OWN);
      assertThat(forgotten).isNotNull();
    }
  }

  @Test
  void tests_at_once_are_none_of_each_others() {
    Run run = Run.concurrently(Many.class);

    assertThat(run.passed()).hasSize(50);
    assertThat(run.failed()).hasSize(50);
  }
}
