package dev.postern.lint.rule;

import dev.postern.model.Arn;
import dev.postern.model.ArnPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An ARN of another service than the one whose resource the policy belongs to. */
final class ResourceUnsupportedInPolicy implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "resource-unsupported-in-policy", "the policy does not protect such a resource")
        .on(Kind.RESOURCE, Kind.KMS_KEY)
        .issueCode("UNSUPPORTED_RESOURCE_ARN_IN_POLICY");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    PolicyServices.bundled()
        .of(policy.type())
        .ifPresent(
            row ->
                statement.value().resource().value().patterns().stream()
                    .filter(entry -> isOfAnother(row.service(), entry.value(), policy))
                    .forEach(entry -> report(entry, row, policy, findings)));
  }

  /* A backup vault holds recovery points, whose ARNs are of the service that was backed up. */
  private static boolean isOfAnother(
      String service, ResourcePattern resource, LintedPolicy policy) {
    return resource instanceof ArnPattern pattern
        && !Glob.of(Arn.of(pattern.text()).service()).matches(service)
        && policy.catalog().resourceTypes(service, pattern.text()).isEmpty();
  }

  private static void report(
      Located<ResourcePattern> entry,
      PolicyServices.Row row,
      LintedPolicy policy,
      Findings findings) {
    findings.add(
        entry.span(),
        "the policy of an "
            + policy.type().resourceType().orElseThrow()
            + " does not protect `"
            + entry.value().text()
            + "`",
        "write an ARN of `" + row.service() + "`");
  }
}
