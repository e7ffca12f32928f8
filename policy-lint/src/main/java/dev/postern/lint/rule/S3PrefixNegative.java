package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A prefix that is kept out, and that a listing by a shorter prefix takes in. */
final class S3PrefixNegative implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "s3-prefix-negative", "a listing by a shorter prefix gets around the condition")
        .on(Kind.IDENTITY, Kind.RESOURCE)
        .issueCode("S3_PREFIX_IN_NEGATIVE_CONTEXT");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.isOf("s3:prefix") && use.domain() != Domain.PRESENCE)
        .filter(use -> use.isNegated() == statement.value().isAllow())
        .filter(use -> use.texts().stream().anyMatch(text -> !text.isEmpty()))
        .ifPresent(
            use ->
                findings.add(
                    use.valuesSpan(),
                    "a listing with a shorter prefix, or with none, still shows these keys",
                    statement.value().isAllow()
                        ? "list the prefixes that are allowed, with `StringLike`"
                        : "deny every other prefix instead, with `StringNotLike`"));
  }
}
