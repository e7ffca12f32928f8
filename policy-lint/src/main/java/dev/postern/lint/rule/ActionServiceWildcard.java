package dev.postern.lint.rule;

import dev.postern.model.ActionPattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A wildcard in the service prefix: it takes in services that nobody thought of. */
final class ActionServiceWildcard implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("action-service-wildcard", "a wildcard in the prefix of a service")
        .issueCode("WILDCARD_IN_SERVICE_NAME");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    for (Located<ActionPattern> entry : statement.value().action().value().patterns()) {
      ActionPattern pattern = entry.value();
      String service = pattern.servicePattern();
      if (!pattern.isAny() && (service.indexOf('*') >= 0 || service.indexOf('?') >= 0)) {
        findings.add(
            entry.span(),
            "the prefix of `" + pattern.text() + "` stands for any service that fits",
            pattern.servicePattern().equals("*") && pattern.namePattern().equals("*")
                ? "write `*`"
                : "name the services; IAM refuses some of these forms");
      }
    }
  }
}
