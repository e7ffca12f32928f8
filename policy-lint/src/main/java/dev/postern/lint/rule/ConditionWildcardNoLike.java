package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyVersion;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * A wildcard under an operator that takes it for an ordinary character. AWS: "IAM JSON policy
 * elements: Condition operators".
 */
final class ConditionWildcardNoLike implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.warning("condition-wildcard-no-like", "a wildcard that is compared as it is")
        .issueCode("WILDCARD_WITHOUT_LIKE_OPERATOR");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy).ifPresent(use -> check(use, statement, policy, findings));
  }

  private static void check(
      KeyUse use, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    if (!comparesCharacters(use.base())) {
      return;
    }
    PolicyVersion version = policy.document().version().value();
    ImmutableList<Located<ConditionValue>> wild =
        use.values().stream()
            .filter(value -> hasWildcard(value.value().text(), version))
            .collect(toImmutableList());
    if (wild.isEmpty()) {
      return;
    }
    Findings.Draft draft =
        findings
            .at(wild.get(0).span())
            .message(
                "`"
                    + wild.get(0).value().text()
                    + "` under `"
                    + use.operator().text()
                    + "` is no pattern: `*` and `?` are ordinary characters there")
            .advice("wildcards need `StringLike` or `StringNotLike`");
    wild.stream()
        .skip(1)
        .forEach(other -> draft.related(other.span(), "this has a wildcard as well"));
    if (!ignoresCase(use.base())) {
      OperatorEdit.to(asPattern(use), Fix.Kind.OFFER, use, statement.value()).ifPresent(draft::fix);
    }
    draft.add();
  }

  private static boolean comparesCharacters(BaseOperator operator) {
    return operator == BaseOperator.STRING_EQUALS
        || operator == BaseOperator.STRING_NOT_EQUALS
        || ignoresCase(operator);
  }

  private static boolean ignoresCase(BaseOperator operator) {
    return operator == BaseOperator.STRING_EQUALS_IGNORE_CASE
        || operator == BaseOperator.STRING_NOT_EQUALS_IGNORE_CASE;
  }

  private static ConditionOperator.Known asPattern(KeyUse use) {
    return new ConditionOperator.Known(
        use.isNegated() ? BaseOperator.STRING_NOT_LIKE : BaseOperator.STRING_LIKE,
        use.quantifier(),
        use.isIfExists());
  }

  /** Whether a text has a wildcard that is not spelled as an ordinary character. */
  static boolean hasWildcard(String text, PolicyVersion version) {
    return (text.indexOf('*') >= 0 || text.indexOf('?') >= 0)
        && (!version.hasVariables() || PolicyString.fault(text).isEmpty())
        && PolicyString.of(text, version).parts().stream()
            .anyMatch(
                part ->
                    part instanceof PolicyString.Part.AnyRun
                        || part instanceof PolicyString.Part.AnyOne);
  }
}
