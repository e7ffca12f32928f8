package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.Condition;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A key that has one value for all requests to the resource whose policy this is: that of the
 * resource itself.
 */
final class ConditionKeyIrrelevant implements ConditionRule {
  private static final ImmutableSet<String> OF_ALL =
      ImmutableSet.of("aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths");
  private static final String OF_BUCKETS = "s3:resourceaccount";

  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion(
            "condition-key-irrelevant", "the key tells of the resource that the policy belongs to")
        .on(Kind.RESOURCE, Kind.KMS_KEY)
        .issueCode("IRRELEVANT_CONDITION_KEY_IN_POLICY");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> isOfItself(use, policy.type()))
        .filter(use -> use.texts().stream().noneMatch(text -> text.contains("${")))
        .ifPresent(
            use ->
                findings.add(
                    use.keySpan(),
                    "`"
                        + use.key().text()
                        + "` has the same value for every request to this resource",
                    "take the test out; who may ask is in keys such as `aws:PrincipalAccount`"));
  }

  private static boolean isOfItself(KeyUse use, PolicyType type) {
    return OF_ALL.contains(use.foldedKey()) || (type.isS3() && use.foldedKey().equals(OF_BUCKETS));
  }
}
