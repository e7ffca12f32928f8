package dev.postern.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;
import dev.postern.catalog.Catalog;
import dev.postern.catalog.KeyScope;
import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.Change;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Decision;
import dev.postern.eval.PolicySet;
import dev.postern.eval.Settings;
import dev.postern.eval.Verdict;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README says under "Embed it", compiled and run. */
class EmbedTest {
  @Test
  void decides_and_explains() throws IOException {
    // README: decide
    PolicyDocument document =
        PolicyReader.strict().read(Path.of("policies/deploy-role.json"), PolicyType.IDENTITY);
    PolicySet policies = PolicySet.EMPTY.withIdentity(CompiledPolicy.of(document));

    AuthorizationRequest request =
        AuthorizationRequest.by("arn:aws:sts::111122223333:assumed-role/deploy/build-42")
            .asksTo("s3:PutObject")
            .on("arn:aws:s3:::reports-artifacts/billing/app.zip")
            .with("aws:PrincipalTag/project", "billing");

    Decision decision = Authorizer.standard().decide(request, policies);
    String why = decision.explain();
    // README: end
    assertThat(decision.isAllowed()).isTrue();
    assertThat(why).contains("PublishArtifacts");
  }

  @Test
  void composes_layers() throws IOException {
    Authorizer authorizer = Authorizer.standard();
    AuthorizationRequest request =
        AuthorizationRequest.by("arn:aws:iam::111122223333:user/alice")
            .asksTo("iam:GetUser")
            .on("arn:aws:iam::111122223333:user/alice")
            .with("aws:RequestedRegion", "eu-central-1")
            .with("aws:SecureTransport", "true");
    PolicySet caller =
        PolicySet.EMPTY
            .withIdentity(compiled("policies/iam-everything.json", PolicyType.IDENTITY))
            .withPermissionsBoundary(
                compiled("policies/boundary/developer.json", PolicyType.PERMISSIONS_BOUNDARY))
            .withServiceControlLevel(
                List.of(compiled("policies/scp/guardrails.json", PolicyType.SERVICE_CONTROL)))
            .with(Settings.NONE.withManagementAccount("999999999999"));
    PolicySet policies =
        caller.withResource(
            compiled("policies/reports-bucket.json", PolicyType.resource("AWS::S3::Bucket")));

    boolean allowed = authorizer.isAllowed(request, policies);
    assertThat(allowed).isEqualTo(authorizer.decide(request, policies).isAllowed());
  }

  private static CompiledPolicy compiled(String file, PolicyType type) throws IOException {
    return CompiledPolicy.of(PolicyReader.strict().read(Path.of(file), type));
  }

  @Test
  void answers_for_keys_that_nobody_knows() throws IOException {
    Authorizer authorizer = Authorizer.standard();
    AuthorizationRequest request =
        AuthorizationRequest.by("arn:aws:iam::111122223333:user/alice")
            .asksTo("s3:GetObject")
            .on("arn:aws:s3:::reports/2026/q1.csv");
    PolicySet policies =
        PolicySet.EMPTY
            .withIdentity(compiled("policies/read-reports.json", PolicyType.IDENTITY))
            .withResource(
                compiled("policies/reports-bucket.json", PolicyType.resource("AWS::S3::Bucket")));
    Decision decision = authorizer.decide(request.withUnknown("aws:SecureTransport"), policies);
    Verdict verdict = decision.verdict();
    ImmutableList<Change> examples = decision.wouldChange();
    assertThat(verdict).as(decision.explain()).isEqualTo(Verdict.DEPENDS);
    assertThat(examples)
        .extracting(Change::verdict)
        .contains(Verdict.ALLOWED, Verdict.EXPLICIT_DENY);
  }

  @Test
  void lints() throws IOException {
    LintResult result =
        Linter.standard().lint(Path.of("policies/on-call-legacy.json"), PolicyType.IDENTITY);
    boolean passes = !result.hasAtLeast(Severity.SECURITY_WARNING);
    assertThat(passes).isTrue();
    assertThat(result.findings())
        .extracting(finding -> finding.rule().id())
        .contains("version-old", "sid-misleading");
  }

  @Test
  void asks_what_exists() {
    // README: catalog
    Catalog catalog = Catalog.bundled();
    ImmutableList<ActionDefinition> reading = catalog.expand("s3:Get*");
    ImmutableList<String> meant = catalog.suggest("s3:ListObjects");

    ActionDefinition passRole = catalog.action("iam:PassRole").orElseThrow();
    AccessLevel level = passRole.level();
    KeyScope scope = catalog.keyScope(passRole, "iam:PassedToService");
    // README: end
    assertThat(reading).extracting(ActionDefinition::fullName).contains("s3:GetObject");
    assertThat(meant).first().isEqualTo("s3:ListBucket");
    assertThat(level).isEqualTo(AccessLevel.WRITE);
    assertThat(scope).isEqualTo(KeyScope.ACTION);
  }
}
