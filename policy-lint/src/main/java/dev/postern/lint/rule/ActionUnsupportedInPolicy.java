package dev.postern.lint.rule;

import dev.postern.catalog.ActionDefinition;
import dev.postern.model.ActionElement.Action;
import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An action that no request to the resource of the policy is ever for. */
final class ActionUnsupportedInPolicy implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "action-unsupported-in-policy", "the policy's resource does not take this action")
        .on(Kind.RESOURCE, Kind.KMS_KEY, Kind.TRUST)
        .issueCode("UNSUPPORTED_ACTION_IN_POLICY");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (statement.value().action().value() instanceof Action element) {
      PolicyServices.bundled()
          .of(policy.type())
          .ifPresent(
              row ->
                  element.patterns().stream()
                      .filter(entry -> !isSupported(entry.value(), row, policy))
                      .forEach(entry -> report(entry, row, policy, findings)));
    }
  }

  private static void report(
      Located<ActionPattern> entry,
      PolicyServices.Row row,
      LintedPolicy policy,
      Findings findings) {
    findings.add(
        entry.span(),
        "the policy of an "
            + policy.type().resourceType().orElseThrow()
            + " does not take `"
            + entry.value().text()
            + "`",
        "take it out; it takes actions of `"
            + row.service()
            + "`"
            + (row.types().isEmpty() ? "" : " on " + String.join(" and ", row.types())));
  }

  /* What does not exist is another rule's; of what does, one action that is taken is enough. */
  private static boolean isSupported(
      ActionPattern pattern, PolicyServices.Row row, LintedPolicy policy) {
    if (!Glob.of(pattern.servicePattern()).matches(row.service())) {
      return !policy.catalog().matchesAny(pattern.text());
    }
    return row.types().isEmpty()
        || !policy.catalog().matchesAny(pattern.text())
        || policy.catalog().expand(pattern.text()).stream()
            .anyMatch(action -> isTaken(action, row));
  }

  private static boolean isTaken(ActionDefinition action, PolicyServices.Row row) {
    return action.service().equals(row.service())
        && !row.never().contains(action.fullName())
        && action.resources().stream()
            .anyMatch(resource -> row.types().contains(resource.type().name()));
  }
}
