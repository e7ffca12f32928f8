package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** One tag is prescribed, and any others may be set with it. */
final class TagExtraKeys implements StatementRule {
  private static final String KEYS = "aws:TagKeys";

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("tag-extra-keys", "one tag is prescribed, and all others are free")
        .on(Kind.IDENTITY, Kind.SERVICE_CONTROL);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isAllow()) {
      return;
    }
    KeyUse.allOf(statement, policy).stream()
        .filter(use -> TagKey.isOf(use, TagKey.Family.REQUEST))
        .filter(use -> use.domain() != Domain.PRESENCE && !use.holdsOnAbsentKey())
        .findFirst()
        .filter(use -> !limitsKeys(statement, policy) && !isDenied(policy))
        .ifPresent(
            use ->
                findings.add(
                    use.valuesSpan(),
                    "beside `" + use.key().text() + "` a request may set any other tag",
                    "`ForAllValues:StringEquals` on `aws:TagKeys` says which tags may be set"));
  }

  private static boolean limitsKeys(Statement statement, LintedPolicy policy) {
    return KeyUse.allOf(statement, policy).stream().anyMatch(use -> use.isOf(KEYS));
  }

  private static boolean isDenied(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .anyMatch(statement -> statement.isDeny() && limitsKeys(statement, policy));
  }
}
