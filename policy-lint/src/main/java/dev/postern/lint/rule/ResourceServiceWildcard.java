package dev.postern.lint.rule;

import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A wildcard in the service of an ARN: it takes in services that nobody thought of. */
final class ResourceServiceWildcard implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("resource-service-wildcard", "a wildcard in the service of an ARN")
        .on(PolicyTypes.WITH_RESOURCES)
        .issueCode("WILDCARD_IN_SERVICE_NAME");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<ResourcePattern> entry : statement.value().resource().value().patterns()) {
      if (entry.value() instanceof ArnPattern pattern) {
        String service = Arn.of(pattern.text()).service();
        if (service.indexOf('*') >= 0 || service.indexOf('?') >= 0) {
          findings.add(
              entry.span(),
              "the service of `" + pattern.text() + "` stands for any that fits",
              "name the service, each in an ARN of its own");
        }
      }
    }
  }
}
