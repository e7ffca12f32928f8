package dev.postern.lint.rule;

import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import dev.postern.model.source.SourceSpan;

/**
 * A test that has the same answer for every request. AWS: "IAM Access Analyzer policy check
 * reference", redundancy due to a wildcard in the condition.
 */
final class ConditionDecided implements ConditionRule {
  private final RuleInfo info;
  private final boolean answer;

  private ConditionDecided(RuleInfo info, boolean answer) {
    this.info = info;
    this.answer = answer;
  }

  static Rule alwaysTrue() {
    return new ConditionDecided(
        RuleInfo.suggestion("condition-key-always-true", "a test that every request passes")
            .issueCode("REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION")
            .insteadOf("condition-arn-value", "condition-forallvalues-no-null"),
        true);
  }

  static Rule neverTrue() {
    return new ConditionDecided(
        RuleInfo.suggestion("condition-key-never-true", "a test that no request passes")
            .issueCode("REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION")
            .insteadOf("condition-arn-value", "condition-star-negated"),
        false);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy).ifPresent(use -> check(use, statement.value(), policy, findings));
  }

  private void check(KeyUse use, Statement statement, LintedPolicy policy, Findings findings) {
    boolean byStar = answer ? starPasses(use) : starFails(use, policy);
    boolean byValues = answer ? valuesPass(use, policy) : valuesFail(use, policy);
    if (!byStar && !byValues) {
      return;
    }
    SourceSpan place =
        ConditionStarValue.star(use)
            .map(Located::span)
            .filter(span -> byStar)
            .orElse(use.valuesSpan());
    Findings.Draft draft =
        findings
            .at(place)
            .message(
                "`"
                    + use.operator().text()
                    + "` on `"
                    + use.key().text()
                    + "` holds for "
                    + (answer ? "every request" : "none, so the statement has no effect"))
            .advice(
                answer
                    ? "take the test away, or name the values that are meant"
                    : "name the values that are meant, or take the "
                        + (statement.isAllow() ? "`Allow`" : "`Deny`")
                        + " away");
    if (!byStar) {
      draft.withoutIssueCode();
    }
    draft.add();
  }

  private static boolean starPasses(KeyUse use) {
    return hasStar(use)
        && !use.isNegated()
        && (use.isIfExists() || use.quantifier() == Quantifier.FOR_ALL_VALUES);
  }

  private static boolean starFails(KeyUse use, LintedPolicy policy) {
    return hasStar(use)
        && use.isNegated()
        && (use.quantifier() == Quantifier.FOR_ANY_VALUE
            ? !use.isIfExists()
            : use.quantifier() == Quantifier.SINGLE
                && ConditionIfExistsNeedless.isAlwaysThere(use, policy));
  }

  private static boolean hasStar(KeyUse use) {
    return ConditionStarValue.takesStars(use) && ConditionStarValue.star(use).isPresent();
  }

  private static boolean valuesPass(KeyUse use, LintedPolicy policy) {
    boolean both = has(use, "true") && has(use, "false");
    boolean isThere = ConditionIfExistsNeedless.isAlwaysThere(use, policy);
    return switch (use.base()) {
      case NULL -> isPlain(use) && (both || (isThere && has(use, "false")));
      case BOOL -> both && (isThere || use.isIfExists());
      default -> false;
    };
  }

  private static boolean valuesFail(KeyUse use, LintedPolicy policy) {
    return use.base() == BaseOperator.NULL
        && isPlain(use)
        && has(use, "true")
        && !has(use, "false")
        && ConditionIfExistsNeedless.isAlwaysThere(use, policy);
  }

  private static boolean isPlain(KeyUse use) {
    return use.domain() == Domain.PRESENCE && use.quantifier() == Quantifier.SINGLE;
  }

  private static boolean has(KeyUse use, String value) {
    return use.texts().stream().anyMatch(value::equalsIgnoreCase);
  }
}
