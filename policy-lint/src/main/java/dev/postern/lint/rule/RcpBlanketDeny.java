package dev.postern.lint.rule;

import dev.postern.model.ActionPattern;
import dev.postern.model.Glob;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/** A service whose resources nobody can use, in all accounts below. */
final class RcpBlanketDeny implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("rcp-blanket-deny", "a whole service is denied to everyone")
        .on(Kind.RESOURCE_CONTROL)
        .peers("boogy:rcp_blanket_deny");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (!statement.isDeny()
        || !statement.condition().value().conditions().isEmpty()
        || StarResource.of(statement).isEmpty()) {
      return;
    }
    for (Located<ActionPattern> pattern : statement.action().value().patterns()) {
      if (!pattern.value().isAny() && Glob.of(pattern.value().namePattern()).matchesEverything()) {
        findings
            .at(pattern.span())
            .message("every action of `" + pattern.value().servicePattern() + "` is denied to all")
            .advice("say by a condition who is meant")
            .related(StarResource.of(statement).orElseThrow(), "on every resource")
            .add();
      }
    }
  }
}
