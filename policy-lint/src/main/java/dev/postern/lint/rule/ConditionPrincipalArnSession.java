package dev.postern.lint.rule;

import dev.postern.model.Arn;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * The ARN of a role's session as value of {@code aws:PrincipalArn}, which holds the ARN of the
 * role. AWS: "AWS global condition context keys", aws:PrincipalArn.
 */
final class ConditionPrincipalArnSession implements ConditionRule {
  private static final String SESSION = "assumed-role/";

  @Override
  public RuleInfo info() {
    return RuleInfo.warning(
        "condition-principalarn-session", "`aws:PrincipalArn` never holds the ARN of a session");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.isOf("aws:PrincipalArn"))
        .filter(use -> use.domain() == Domain.ARN || use.domain() == Domain.STRING)
        .ifPresent(
            use -> {
              for (Located<ConditionValue> value : use.values()) {
                Arn.parse(value.value().text())
                    .filter(arn -> arn.service().equals("sts"))
                    .filter(arn -> arn.resource().startsWith(SESSION))
                    .ifPresent(arn -> report(use, value, arn, statement.value(), findings));
              }
            });
  }

  private static void report(
      KeyUse use,
      Located<ConditionValue> value,
      Arn session,
      Statement statement,
      Findings findings) {
    findings.add(
        value.span(),
        "`"
            + value.value().text()
            + "` is the ARN of a session, which `"
            + use.key().text()
            + "` never holds"
            + (statement.isDeny() && use.isNegated() ? ": the session is denied, too" : ""),
        "write the role, `" + role(session) + "`; a path stands in it before the name");
  }

  private static String role(Arn session) {
    String rest = session.resource().substring(SESSION.length());
    int slash = rest.indexOf('/');
    return "arn:"
        + session.partition()
        + ":iam::"
        + session.account()
        + ":role/"
        + (slash < 0 ? rest : rest.substring(0, slash));
  }
}
