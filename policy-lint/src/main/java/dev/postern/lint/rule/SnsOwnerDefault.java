package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * The statement that SNS writes into the policy of a new topic. AWS: "Amazon SNS access policy",
 * the default.
 */
final class SnsOwnerDefault implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("sns-owner-default", "the default statement of a topic was kept")
        .on(Kind.RESOURCE);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    ImmutableList<KeyUse> uses = KeyUse.allOf(statement, policy);
    if (statement.isAllow()
        && uses.size() == 1
        && uses.get(0).isOf("aws:SourceOwner")
        && !uses.get(0).holdsOnAbsentKey()
        && PublicGrant.everyone(statement.principal()).isPresent()
        && policy.actions(statement).stream().anyMatch(action -> action.service().equals("sns"))) {
      findings.add(
          uses.get(0).keySpan(),
          "everyone is let in, and `" + uses.get(0).key() + "` keeps all but the owner out",
          "let the account be the principal; its own policies then say who may do what");
    }
  }
}
