package dev.postern.examples.lint;

import dev.postern.lint.rule.Findings;
import dev.postern.lint.rule.LintedPolicy;
import dev.postern.lint.rule.RuleInfo;
import dev.postern.lint.rule.StatementRule;
import dev.postern.model.ActionName;
import dev.postern.model.ArnPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.ResourceElement.Resource;
import dev.postern.model.ResourcePattern;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

// README: own-rule
/** Here every role of an application begins with {@code app-}; no other may be handed on. */
public final class PassedRolePrefix implements StatementRule {
  private static final ActionName PASS_ROLE = ActionName.of("iam:PassRole");

  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("acme-passed-role-prefix", "a role that is no application's")
        .on(Kind.IDENTITY);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    Statement statement = located.value();
    if (statement.isAllow()
        && statement.action().value().covers(PASS_ROLE)
        && statement.resource().value() instanceof Resource resource) {
      resource.patterns().stream()
          .filter(pattern -> mayBeAnotherRole(pattern.value()))
          .forEach(
              pattern ->
                  findings.add(
                      pattern.span(),
                      "`" + pattern.value().text() + "` hands on roles that are no application's",
                      "name roles that begin with `app-`"));
    }
  }

  private static boolean mayBeAnotherRole(ResourcePattern pattern) {
    return !(pattern instanceof ArnPattern arn) || !arn.fields().get(5).startsWith("role/app-");
  }
}
// README: end
