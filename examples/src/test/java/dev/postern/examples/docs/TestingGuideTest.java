package dev.postern.examples.docs;

import static dev.postern.test.PolicyAssertions.assertThat;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.Decision;
import dev.postern.eval.Layer;
import dev.postern.eval.PolicySet;
import dev.postern.eval.scenario.Scenario;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyDocument;
import dev.postern.test.Level;
import dev.postern.test.Policies;
import dev.postern.test.PolicyFile;
import dev.postern.test.ScenarioSource;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What the guide to testing says, compiled and run. */
class TestingGuideTest {
  private static final String ALICE = "arn:aws:iam::111122223333:user/alice";
  private static final String AUDITOR = "arn:aws:iam::111122223333:user/auditor";

  // README: docs-policies
  @Policies(
      identity = "policies/read-reports.json",
      resource = "policies/reports-bucket.json",
      resourceType = "AWS::S3::Bucket")
  @Retention(RetentionPolicy.RUNTIME)
  private @interface OfAlice {}

  // README: end

  // README: docs-allows
  @Test
  void alice_reads_reports_over_tls(@OfAlice PolicySet policies) {
    assertThat(policies)
        .allows("s3:GetObject")
        .on("arn:aws:s3:::reports/published/*")
        .when("aws:SecureTransport", true)
        .by(ALICE);
  }

  // README: end

  // README: docs-denies
  @Test
  void nobody_reads_reports_without_it(@OfAlice PolicySet policies) {
    assertThat(policies)
        .denies("s3:GetObject", "s3:PutObject")
        .on("arn:aws:s3:::reports/published/*")
        .when("aws:SecureTransport", false)
        .by(ALICE, AUDITOR)
        .explicitly()
        .because(Layer.RESOURCE, "TlsOnly");
  }

  // README: end

  // README: docs-organization
  @Test
  void nothing_starts_outside_europe(
      @Policies(
              identity = "policies/run-instances.json",
              serviceControl = {
                @Level("FullAWSAccess"),
                @Level({"FullAWSAccess", "policies/scp/guardrails.json"})
              })
          PolicySet policies) {
    assertThat(policies)
        .denies("ec2:StartInstances")
        .on("arn:aws:ec2:us-east-1:111122223333:instance/*")
        .by(ALICE)
        .because(Layer.SERVICE_CONTROL, "StayInEurope");
  }

  // README: end

  // README: docs-document
  @Test
  void the_reader_can_read_and_no_more(
      @PolicyFile("policies/reports-reader.json") PolicyDocument reader) {
    assertThat(reader)
        .grantsNoMoreThan("s3:GetObject")
        .hasNoFindingsAtLeast(Severity.SECURITY_WARNING);
  }

  // README: end

  @Test
  void a_decision_that_was_made_already(@OfAlice PolicySet policies) {
    AuthorizationRequest request =
        AuthorizationRequest.by(ALICE)
            .asksTo("s3:GetObject")
            .on("arn:aws:s3:::reports/published/q1.csv");
    // README: docs-decision
    Decision decision = Authorizer.standard().decide(request, policies);
    assertThat(decision).isAllowed();
    // README: end
  }

  // README: docs-scenarios
  @ParameterizedTest(name = "{0}")
  @ScenarioSource("scenarios/*.json")
  void the_policies_do_what_we_meant(Scenario scenario) {
    assertThat(scenario).isAsExpected();
  }
  // README: end
}
