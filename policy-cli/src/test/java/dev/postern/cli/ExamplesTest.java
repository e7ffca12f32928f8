package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that users copy. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          POLICY                       | TYPE
          administrator.json           | --policy-type=identity
          assume-customer-roles.json   | --policy-type=identity
          billing-key.json             | --resource-type=AWS::KMS::Key
          delegated-administrator.json | --policy-type=identity
          deploy-role.json             | --policy-type=identity
          deploy-role-trust.json       | --policy-type=trust
          iam-everything.json          | --policy-type=identity
          monitoring-role-trust.json   | --policy-type=trust
          no-reports.json              | --policy-type=identity
          own-rows.json                | --policy-type=identity
          own-rows-and-scans.json      | --policy-type=identity
          partner-analytics.json       | --policy-type=identity
          read-reports.json            | --policy-type=identity
          read-website.json            | --policy-type=identity
          reports-bucket.json          | --resource-type=AWS::S3::Bucket
          reports-key.json             | --resource-type=AWS::KMS::Key
          reports-reader.json          | --policy-type=identity
          run-instances.json           | --policy-type=identity
          shared-bucket.json           | --resource-type=AWS::S3::Bucket
          uploader.json                | --policy-type=identity
          uploads-bucket.json          | --resource-type=AWS::S3::Bucket
          uploads-default-bucket.json  | --resource-type=AWS::S3::Bucket
          website-bucket.json          | --resource-type=AWS::S3::Bucket
          boundary/developer.json      | --policy-type=boundary
          rcp/data-perimeter.json      | --policy-type=rcp
          scp/full-aws-access.json     | --policy-type=scp
          scp/guardrails.json          | --policy-type=scp
          session/one-quarter.json     | --policy-type=session
          vpc-endpoint/s3-gateway.json | --policy-type=vpc-endpoint
          """)
  void a_policy_to_copy_has_no_error(String policy, String type) {
    Ran ran = Ran.postern(EXAMPLES.resolve("policies"), "lint", "--fail-on=error", type, policy);

    assertThat(ran.code()).as(ran.out()).isZero();
  }

  @Test
  void the_policies_are_a_project_that_passes() {
    Ran ran = Ran.postern(EXAMPLES, "lint", "policies");

    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.out()).doesNotContain("meta-");
  }

  @Test
  void what_is_there_to_be_found_fault_with_is() {
    assertThat(Ran.postern(EXAMPLES, "lint", "policies/on-call-legacy.json").out())
        .contains("warning[version-old]", "warning[sid-misleading]");
    assertThat(Ran.postern(EXAMPLES, "lint", "mistakes").out())
        .contains("error[json-syntax]: a comment", "error[effect-invalid]", "error[arn-prefix]");
  }

  @Test
  void every_scenario_expects_something_and_gets_it() {
    Ran ran = Ran.postern(EXAMPLES, "simulate", "scenarios");

    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines().filter(line -> line.startsWith("  ") && line.charAt(2) != ' '))
        .hasSizeGreaterThan(80)
        .allMatch(line -> line.startsWith("  ok "));
  }

  @Test
  void all_files_are_laid_out() {
    assertThat(Ran.postern(EXAMPLES, "fmt", "--check", "policies", "scenarios"))
        .isEqualTo(new Ran(0, "", ""));
  }
}
