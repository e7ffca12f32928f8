package dev.postern.lint.rule;

import dev.postern.model.Label;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** In a policy of several statements, a Sid is what people call one by. */
final class SidMissing implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("sid-missing", "a statement among several has no `Sid`").strict();
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (policy.document().statementList().size() > 1
        && statement.value().sid().value() instanceof Label.None) {
      findings.add(
          statement.span(), "the statement has no `Sid`", "say in a word or two what it is for");
    }
  }
}
