package dev.postern.lint.rule;

import dev.postern.model.PolicyDocument;
import dev.postern.model.PolicyType;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.PrincipalElement;
import dev.postern.model.PrincipalSet;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;

/**
 * SQS limits how many statements, principals, conditions and actions a queue's policy has. AWS:
 * "Amazon SQS policy quotas", read 2026-11.
 */
final class SizeElementCount implements PolicyRule {
  private static final PolicyType QUEUE = PolicyType.resource("AWS::SQS::Queue");
  private static final int STATEMENTS = 20;
  private static final int PRINCIPALS = 50;
  private static final int CONDITIONS = 10;
  private static final int ACTIONS_OF_A_STATEMENT = 7;

  @Override
  public RuleInfo info() {
    return RuleInfo.warning("size-element-count", "more elements than the resource's service takes")
        .on(Kind.RESOURCE);
  }

  @Override
  public void check(LintedPolicy policy, Findings findings) {
    if (!policy.type().equals(QUEUE)) {
      return;
    }
    PolicyDocument document = policy.document();
    SourceSpan all = document.statements().span();
    int principals = 0;
    int conditions = 0;
    for (Located<Statement> statement : document.statementList()) {
      principals += principals(statement.value().principal().value());
      conditions += statement.value().condition().value().conditions().size();
      int actions = statement.value().action().value().patterns().size();
      compare(
          actions,
          "actions in one statement",
          ACTIONS_OF_A_STATEMENT,
          statement.value().action().span(),
          findings);
    }
    compare(document.statementList().size(), "statements", STATEMENTS, all, findings);
    compare(principals, "principals", PRINCIPALS, all, findings);
    compare(conditions, "conditions", CONDITIONS, all, findings);
  }

  private static void compare(
      int count, String what, int most, SourceSpan span, Findings findings) {
    if (count > most) {
      findings.add(
          span,
          count + " " + what + ", where SQS takes " + most,
          "SQS refuses more; use wildcards or conditions in place of lists");
    }
  }

  private static int principals(PrincipalElement element) {
    return element.principals() instanceof PrincipalSet.Listed listed
        ? listed.entries().stream().mapToInt(entry -> entry.values().value().size()).sum()
        : 1;
  }
}
