package dev.postern.test;

import static dev.postern.test.Fixtures.ALICE;
import static dev.postern.test.Fixtures.BOB;
import static dev.postern.test.Fixtures.OWN;
import static dev.postern.test.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.Catalog;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.Layer;
import dev.postern.eval.PolicySet;
import dev.postern.eval.scenario.Scenario;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a failure says, letter by letter: what to read is in {@code failures}. */
final class FailureTextTest {
  private static final PolicySet POLICIES = Fixtures.policies();

  private static void expect(String file, ThrowingCallable assertion) {
    Throwable failure = catchThrowable(assertion);

    assertThat(failure).isInstanceOf(AssertionError.class);
    // The catalog's date is no matter of ours.
    String date = Catalog.bundled().info().dataDate().toString();
    assertThat(failure.getMessage().replace(date, "DATE") + "\n")
        .isEqualTo(Fixtures.text("failures/" + file));
  }

  @Test
  void a_request_that_should_be_allowed() {
    expect(
        "not-allowed.txt",
        () ->
            assertThat(POLICIES)
                .allows("s3:GetObject")
                .on("arn:aws:s3:::reports/shared/q1.csv")
                .ownedBy("111122223333")
                .when("aws:SecureTransport", true)
                .at(Instant.parse("2026-01-31T12:00:00Z"))
                .by(ALICE));
  }

  @Test
  void a_pattern_of_which_some_examples_are_denied() {
    expect(
        "some-examples.txt",
        () -> assertThat(POLICIES).allows("s3:PutObject").on("arn:aws:s3:::reports/*").by(ALICE));
  }

  @Test
  void combinations() {
    expect(
        "combinations.txt",
        () ->
            assertThat(POLICIES)
                .allows("s3:GetObject", "s3:PutObject")
                .on(OWN, "arn:aws:s3:::reports/bob/q1.csv")
                .by(ALICE, BOB));
  }

  @Test
  void a_denial_for_another_reason() {
    PolicySet inEurope =
        POLICIES.withServiceControlLevel(
            ImmutableList.of(Fixtures.policy("policies/europe.json", PolicyType.SERVICE_CONTROL)));
    expect(
        "another-reason.txt",
        () ->
            assertThat(inEurope)
                .denies("s3:PutObject")
                .on(OWN)
                .when("aws:RequestedRegion", "us-east-1")
                .by(ALICE)
                .explicitly()
                .because(Layer.RESOURCE, "TlsOnly"));
  }

  @Test
  void a_decision() {
    expect(
        "decision.txt",
        () ->
            assertThat(
                    Authorizer.standard()
                        .decide(
                            AuthorizationRequest.by(BOB).asksTo("s3:DeleteObject").on(OWN),
                            POLICIES))
                .isAllowed());
  }

  private static Scenario scenario(int index) throws IOException {
    Path file = Path.of("src/test/resources/broken/half.json");
    return SuiteReader.strict()
        .read(SourceFile.open(file, ReadLimits.SCENARIOS), file.getParent())
        .get(index);
  }

  @Test
  void a_scenario() throws IOException {
    expect("scenario.txt", () -> assertThat(scenario(0)).isAsExpected());
  }

  @Test
  void a_scenario_that_cannot_be_read() throws IOException {
    expect("unreadable-scenario.txt", () -> assertThat(scenario(1)).isAsExpected());
  }

  @Test
  void actions_that_are_granted_besides() {
    PolicySet policies =
        POLICIES.withIdentity(Fixtures.policy("policies/wide.json", PolicyType.IDENTITY));
    expect(
        "grants.txt",
        () -> assertThat(policies).grantsNoMoreThan("s3:Get*", "lambda:CreateFunction"));
  }

  @Test
  void findings() {
    expect(
        "findings.txt",
        () ->
            assertThat(Fixtures.document("policies/wide.json", PolicyType.IDENTITY))
                .hasNoFindingsAtLeast(Severity.SECURITY_WARNING));
  }
}
