package dev.postern.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Decision;
import dev.postern.eval.PolicySet;
import dev.postern.lint.LintResult;
import dev.postern.lint.Linter;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import java.io.IOException;
import java.nio.file.Path;
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
  void lints() throws IOException {
    // README: lint
    LintResult result =
        Linter.standard().lint(Path.of("policies/on-call-legacy.json"), PolicyType.IDENTITY);
    boolean passes = !result.hasAtLeast(Severity.SECURITY_WARNING);
    // README: end
    assertThat(passes).isTrue();
    assertThat(result.findings())
        .extracting(finding -> finding.rule().id())
        .contains("version-old", "sid-misleading");
  }
}
