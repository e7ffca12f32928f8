package dev.postern.lint.rule;

import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A Sid that names nothing. */
final class SidEmpty implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("sid-empty", "a `Sid` is empty").issueCode("EMPTY_SID_VALUE");
  }

  @Override
  public void check(Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (statement.value().sid().value().asText().filter(String::isEmpty).isPresent()) {
      findings.add(
          statement.value().sid().span(), "the `Sid` is empty", "give it a name or take it out");
    }
  }
}
