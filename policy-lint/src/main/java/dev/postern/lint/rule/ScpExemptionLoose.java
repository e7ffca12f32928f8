package dev.postern.lint.rule;

import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyType.Kind;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A Deny that spares principals by a name that begins with a wildcard. Whoever may make a role
 * gives it such a name.
 */
final class ScpExemptionLoose implements StatementRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.securityWarning("scp-exemption-loose", "an exemption that others can satisfy")
        .on(Kind.SERVICE_CONTROL, Kind.RESOURCE_CONTROL);
  }

  @Override
  public void check(Located<Statement> located, LintedPolicy policy, Findings findings) {
    if (!located.value().isDeny()) {
      return;
    }
    for (KeyUse use : KeyUse.allOf(located.value(), policy)) {
      if (use.isOf("aws:PrincipalArn") && use.isNegated() && takesWildcards(use)) {
        use.values().stream()
            .filter(value -> isLoose(value.value()))
            .forEach(
                value ->
                    findings.add(
                        value.span(),
                        "`" + value.value().text() + "` spares each role that is given such a name",
                        "name the roles in full, with their path"));
      }
    }
  }

  private static boolean takesWildcards(KeyUse use) {
    return !use.base().text().startsWith("StringNotEquals");
  }

  /* The name is what stands behind the last slash, unless a fixed path stands before it. */
  private static boolean isLoose(ConditionValue value) {
    String text = value.text();
    int type = Math.max(text.indexOf(":role/"), text.indexOf(":user/"));
    if (type < 0) {
      return text.startsWith("*") || text.endsWith(":*");
    }
    return text.startsWith("*", type + ":role/".length());
  }
}
