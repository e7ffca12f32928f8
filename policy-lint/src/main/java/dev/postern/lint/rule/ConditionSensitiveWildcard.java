package dev.postern.lint.rule;

import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyVersion;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A wildcard where one account, organization or network is meant. AWS: "IAM Access Analyzer policy
 * check reference", wildcard usage too permissive.
 */
final class ConditionSensitiveWildcard implements ConditionRule {
  private static final int LEAST_PREFIX = 6;

  @Override
  public RuleInfo info() {
    return RuleInfo.error(
            "condition-sensitive-wildcard", "a wildcard in the id of an account or organization")
        .issueCode("WILDCARD_USAGE_TOO_PERMISSIVE")
        .insteadOf("condition-star-value", "condition-star-negated");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.domain() == Domain.STRING && ConditionStarValue.takesStars(use))
        .ifPresent(
            use ->
                use.values().stream()
                    .filter(value -> isTooWide(use, value.value().text(), policy))
                    .findFirst()
                    .ifPresent(value -> report(use, value, findings)));
  }

  private static boolean isTooWide(KeyUse use, String text, LintedPolicy policy) {
    PolicyVersion version = policy.document().version().value();
    if (!ConditionWildcardNoLike.hasWildcard(text, version)) {
      return false;
    }
    if (KeyRole.EXACT.isOf(use)) {
      return true;
    }
    return prefix(text) < LEAST_PREFIX
        && (KeyRole.PREFIX.isOf(use) || (use.isOf("aws:userid") && !namesSession(text)));
  }

  /** How many characters stand before the first wildcard. */
  private static int prefix(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != '*' && text.charAt(at) != '?') {
      at++;
    }
    return at;
  }

  /* `*:name` is every role's session of a name, which the role's owner may fix. */
  private static boolean namesSession(String text) {
    return text.startsWith("*:") && text.length() > 2 && prefix(text.substring(2)) > 0;
  }

  private static void report(KeyUse use, Located<ConditionValue> value, Findings findings) {
    findings.add(
        value.span(),
        "`" + value.value().text() + "` takes in ids of others under `" + use.key().text() + "`",
        KeyRole.EXACT.isOf(use)
            ? "write out each id that is meant"
            : "write out at least the part that is nobody else's");
  }
}
