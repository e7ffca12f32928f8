package dev.postern.lint.rule;

import dev.postern.model.Arn;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement.NotResource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/** An ARN that can be nobody's in {@code NotResource}: what the author meant is not left out. */
final class NotResourceTypo implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "notresource-typo", "a wrong ARN in `NotResource` allows what was meant")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY)
        .insteadOf(
            "arn-prefix",
            "arn-fields",
            "arn-partition",
            "arn-service-case",
            "arn-service-unknown",
            "arn-region-invalid",
            "arn-region-not-allowed",
            "arn-region-missing",
            "arn-account-invalid",
            "arn-account-not-allowed",
            "arn-account-missing",
            "arn-resource-format");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (statement.value().isAllow()
        && statement.value().resource().value() instanceof NotResource element) {
      for (Located<ResourcePattern> entry : element.patterns()) {
        fault(entry.value(), policy)
            .ifPresent(
                fault ->
                    findings.add(
                        entry.span(),
                        fault.message() + ", so what was to be left out is allowed",
                        fault.advice()));
      }
    }
  }

  private static Optional<ArnFault> fault(ResourcePattern resource, LintedPolicy policy) {
    if (resource instanceof ResourcePattern.Malformed) {
      return Optional.of(
          ArnFault.of(
              "`" + resource.text() + "` is no ARN",
              "expected `arn:partition:service:region:account:resource`",
              new Arn("", "", "", "", "")));
    }
    return ArnRules.fault(resource, policy);
  }
}
