package dev.postern.examples.repository;

import static dev.postern.test.PolicyAssertions.assertThat;

import dev.postern.eval.Layer;
import dev.postern.eval.PolicySet;
import dev.postern.eval.scenario.Scenario;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType.Kind;
import dev.postern.test.Level;
import dev.postern.test.Policies;
import dev.postern.test.PolicyFile;
import dev.postern.test.ScenarioSource;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The policies of the repository beside it, tested in three styles; take the one you like. */
class InvoicesPolicyTest {
  private static final String DANA = "arn:aws:sts::111122223333:assumed-role/developer/dana";
  private static final String INVOICE = "arn:aws:s3:::example-invoices/issued/2026-001.pdf";
  private static final String SAMPLE = "arn:aws:s3:::example-invoices/samples/1.pdf";

  @Policies(
      identity = "repository/policies/developer.json",
      boundary = "repository/policies/developer-boundary.json",
      resource = "repository/policies/invoices-bucket.json",
      resourceType = "AWS::S3::Bucket",
      serviceControl = @Level("repository/policies/regions-scp.json"))
  @Retention(RetentionPolicy.RUNTIME)
  private @interface OfDevelopers {}

  // README: fluent
  @Test
  void developers_read_samples_and_no_invoices(@OfDevelopers PolicySet policies) {
    assertThat(policies)
        .allows("s3:GetObject")
        .on(SAMPLE)
        .ownedBy("111122223333")
        .when("aws:SecureTransport", true)
        .when("aws:RequestedRegion", "eu-central-1")
        .by(DANA);
    assertThat(policies)
        .denies("s3:GetObject")
        .on(INVOICE)
        .ownedBy("111122223333")
        .when("aws:SecureTransport", true)
        .when("aws:RequestedRegion", "eu-central-1")
        .by(DANA)
        .implicitly()
        .because(Layer.PERMISSIONS_BOUNDARY);
  }

  @Test
  void nobody_deletes_invoices(@OfDevelopers PolicySet policies) {
    assertThat(policies)
        .denies("s3:DeleteObject", "s3:DeleteObjectVersion")
        .on("arn:aws:s3:::example-invoices/*")
        .ownedBy("111122223333")
        .when("aws:SecureTransport", true)
        .when("aws:RequestedRegion", "eu-central-1")
        .by(DANA)
        .explicitly()
        .because(Layer.SERVICE_CONTROL, "KeepTheInvoices");
  }

  @Test
  void the_job_writes_and_encrypts(
      @PolicyFile("repository/policies/invoice-writer.json") PolicyDocument writer) {
    assertThat(writer)
        .grantsNoMoreThan("s3:PutObject", "kms:GenerateDataKey")
        .hasNoFindingsAtLeast(Severity.WARNING);
  }

  // README: end

  @Test
  void a_boundary_leaves_no_room_for_more_than_developers_need(
      @PolicyFile(
              value = "repository/policies/developer-boundary.json",
              type = Kind.PERMISSIONS_BOUNDARY)
          PolicyDocument boundary) {
    assertThat(boundary)
        .grantsNoMoreThan("s3:GetObject", "s3:ListBucket", "kms:Decrypt", "iam:CreateRole");
  }

  @ParameterizedTest(name = "{0}")
  @ScenarioSource("repository/tests/*.json")
  void outsiders_stay_outside(Scenario scenario) {
    assertThat(scenario).isAsExpected();
  }

  // README: sentences
  @ParameterizedTest(name = "{0}")
  @ScenarioSource("repository/tests/*.policytest")
  void every_sentence_is_true(Scenario scenario) {
    assertThat(scenario).isAsExpected();
  }
  // README: end
}
