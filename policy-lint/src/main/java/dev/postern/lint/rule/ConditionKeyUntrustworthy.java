package dev.postern.lint.rule;

import com.google.common.collect.ImmutableSet;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A grant that rests on what the caller says of itself. AWS: "AWS global condition context keys",
 * aws:Referer and aws:UserAgent.
 */
final class ConditionKeyUntrustworthy implements ConditionRule {
  private static final ImmutableSet<String> CHOSEN_BY_CALLER =
      ImmutableSet.of("aws:referer", "aws:useragent");

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning(
            "condition-key-untrustworthy", "access rests on a value that the caller chooses")
        .issueCode("UNTRUSTWORTHY_CONDITION_KEY");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!statement.value().isAllow() || !policy.isGrant()) {
      return;
    }
    KeyUse.of(condition, policy)
        .filter(use -> CHOSEN_BY_CALLER.contains(use.foldedKey()))
        .filter(use -> use.domain() != Domain.PRESENCE)
        .filter(use -> Confinement.of(statement.value(), policy).isOpen())
        .ifPresent(
            use ->
                findings.add(
                    use.keySpan(),
                    "the caller sends any `"
                        + use.key().text()
                        + "` it likes, and nothing else is asked",
                    "ask for something that AWS sets, such as `aws:PrincipalOrgID`,"
                        + " `aws:SourceVpce` or `aws:SourceArn`"));
  }
}
