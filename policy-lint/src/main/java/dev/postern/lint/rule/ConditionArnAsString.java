package dev.postern.lint.rule;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import dev.postern.catalog.ValueType;
import dev.postern.model.ArnPattern;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.Optional;

/**
 * A string operator on a key that holds ARNs. Under {@code StringLike} a {@code *} crosses the
 * colons between the fields, under {@code ArnLike} it does not. AWS: "IAM JSON policy elements:
 * Condition operators", the ARN operators.
 */
final class ConditionArnAsString implements ConditionRule {
  private static final CharMatcher WILDCARD = CharMatcher.anyOf("*?");

  private final RuleInfo info;
  private final ImmutableMap<BaseOperator, BaseOperator> forArns;
  private final String consequence;

  private ConditionArnAsString(
      RuleInfo info, ImmutableMap<BaseOperator, BaseOperator> forArns, String consequence) {
    this.info = info;
    this.forArns = forArns;
    this.consequence = consequence;
  }

  static Rule like() {
    return new ConditionArnAsString(
        RuleInfo.securityWarning(
                "condition-arn-stringlike", "`StringLike` lets a wildcard cross fields of an ARN")
            .issueCode("STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS")
            .peers("parliament:MISMATCHED_TYPE_BUT_USABLE", "boogy:type_mismatch_usable"),
        ImmutableMap.of(
            BaseOperator.STRING_LIKE, BaseOperator.ARN_LIKE,
            BaseOperator.STRING_NOT_LIKE, BaseOperator.ARN_NOT_LIKE),
        "; a wildcard in it crosses the fields of the ARN");
  }

  static Rule equal() {
    return new ConditionArnAsString(
        RuleInfo.suggestion(
                "condition-arn-stringequals", "`StringEquals` where the key holds an ARN")
            .peers("parliament:MISMATCHED_TYPE_BUT_USABLE"),
        ImmutableMap.of(
            BaseOperator.STRING_EQUALS, BaseOperator.ARN_EQUALS,
            BaseOperator.STRING_NOT_EQUALS, BaseOperator.ARN_NOT_EQUALS),
        "");
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> forArns.containsKey(use.base()) && !use.isFreeText())
        .filter(use -> use.isOfType(ValueType.ARN))
        .ifPresent(use -> report(use, statement.value(), findings));
  }

  private void report(KeyUse use, Statement statement, Findings findings) {
    BaseOperator forArn = forArns.getOrDefault(use.base(), BaseOperator.ARN_LIKE);
    String name = use.operatorWith(forArn);
    Findings.Draft draft =
        findings
            .at(use.keySpan())
            .message(
                "`"
                    + use.operator().text()
                    + "` on `"
                    + use.key().text()
                    + "`, which holds an ARN"
                    + consequence)
            .advice("`" + name + "` compares field by field");
    fix(use, statement, name).ifPresent(draft::fix);
    draft.add();
  }

  /* Only ARNs meet the operators alike, and then only if no wildcard could have crossed a colon. */
  private static Optional<Fix> fix(KeyUse use, Statement statement, String name) {
    if (use.texts().isEmpty() || !use.texts().stream().allMatch(ArnPattern::isWellFormed)) {
      return Optional.empty();
    }
    boolean equal = use.texts().stream().allMatch(text -> meansTheSame(text, use.base()));
    return NameEdit.operator(equal ? Fix.Kind.AUTO : Fix.Kind.OFFER, use, statement, name);
  }

  private static boolean meansTheSame(String text, BaseOperator operator) {
    boolean wildcardsCount =
        operator == BaseOperator.STRING_LIKE || operator == BaseOperator.STRING_NOT_LIKE;
    String resource = new ArnPattern(text).fields().get(5);
    String fixed = wildcardsCount ? text.substring(0, text.length() - resource.length()) : text;
    return !text.contains("${") && WILDCARD.matchesNoneOf(fixed);
  }
}
