package dev.postern.lint.rule;

import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A key for tags that does not say which tag. AWS: "AWS global condition context keys". */
final class ConditionTagKeyMissing implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.error("condition-tag-key-missing", "a condition key for tags names no tag")
        .issueCode("MISSING_TAG_KEY_IN_CONDITION");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    TagKeyFamily.ofBareName(condition.key().value(), policy.catalog())
        .ifPresent(
            family ->
                findings.add(
                    condition.key().span(),
                    "`" + condition.key().value().text() + "` names no tag",
                    "write the tag's key behind a slash, as in `"
                        + family.name().replace("${TagKey}", "team")
                        + "`"));
  }
}
