package dev.postern.lint.rule;

import dev.postern.lint.rule.Expectations.ScpLanguage;
import dev.postern.model.ActionPattern;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A wildcard before the end of an action. Organizations takes it in SCPs since September 2025, and
 * its page on RCPs names no place for wildcards any more; tools that do not know that refuse it.
 * What is written for the old language of SCPs is refused here, too. AWS Organizations: "RCP
 * syntax", "SCP syntax".
 */
record ControlActionWildcard(RuleInfo info, String advice) implements StatementRule {

  static ControlActionWildcard serviceControl() {
    return new ControlActionWildcard(
        RuleInfo.suggestion("scp-action-wildcard", "a wildcard before the end of an action")
            .on(Kind.SERVICE_CONTROL)
            .issueCode("SCP_SYNTAX_ERROR_ACTION_WILDCARD"),
        "Organizations takes it since September 2025; older tools do not");
  }

  static ControlActionWildcard resourceControl() {
    return new ControlActionWildcard(
        RuleInfo.suggestion(
                "rcp-action-wildcard", "a wildcard before the end of an action of an RCP")
            .on(Kind.RESOURCE_CONTROL)
            .peers("boogy:invalid_rcp_wildcard_action"),
        "AWS's page on the syntax takes it; older tools do not");
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    for (Located<ActionPattern> pattern : located.value().action().value().patterns()) {
      if (!pattern.value().isAny() && isBeforeTheEnd(pattern.value())) {
        Findings.Draft draft =
            findings
                .at(pattern.span())
                .message("a wildcard before the end of `" + pattern.value().text() + "`")
                .advice(advice);
        if (policy.type().kind() == Kind.SERVICE_CONTROL
            && policy.expectations().scpLanguage() == ScpLanguage.LEGACY) {
          draft.severity(Severity.ERROR);
        }
        draft.add();
      }
    }
  }

  private static boolean isBeforeTheEnd(ActionPattern pattern) {
    String name = pattern.namePattern();
    int end = name.length();
    while (end > 0 && isWildcard(name.charAt(end - 1))) {
      end--;
    }
    return ActionReach.hasWildcard(pattern.servicePattern())
        || ActionReach.hasWildcard(name.substring(0, end));
  }

  private static boolean isWildcard(char c) {
    return c == '*' || c == '?';
  }
}
