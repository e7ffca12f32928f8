package dev.postern.lint.rule;

import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** An {@code Allow} for calls through some service or other. */
final class ConditionViaServiceAllow implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
            "condition-viaservice-allow", "allowed through any AWS service whatever")
        .on(Kind.IDENTITY, Kind.RESOURCE, Kind.KMS_KEY);
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isAllow()) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> use.isOf("aws:ViaAWSService") && use.base() == BaseOperator.BOOL)
        .filter(use -> use.texts().stream().allMatch("true"::equalsIgnoreCase))
        .filter(use -> !use.values().isEmpty() && !isNamed(statement.value(), policy))
        .ifPresent(
            use ->
                findings.add(
                    use.valuesSpan(),
                    "the caller picks the service through which this is allowed",
                    "name the services that are meant under `aws:CalledVia`"));
  }

  private static boolean isNamed(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream()
        .anyMatch(
            other ->
                other.isOfFamily("aws:CalledVia") || other.foldedKey().endsWith(":viaservice"));
  }
}
