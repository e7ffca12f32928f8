package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.util.function.Predicate;

/**
 * No values under an operator that makes something else of that than a test that never holds. AWS:
 * "IAM Access Analyzer policy check reference", empty array condition.
 */
final class ConditionEmptyList implements ConditionRule {
  private static final String PLAIN = "condition-empty-values";

  private final RuleInfo info;
  private final Predicate<KeyUse> isMeant;

  private ConditionEmptyList(RuleInfo info, Predicate<KeyUse> isMeant) {
    this.info = info;
    this.isMeant = isMeant;
  }

  static ImmutableList<Rule> all() {
    return ImmutableList.of(
        new ConditionEmptyList(
            RuleInfo.suggestion(
                    "condition-empty-foranyvalue", "no values under `ForAnyValue`: never true")
                .issueCode("EMPTY_ARRAY_CONDITION_FORANYVALUE")
                .insteadOf(PLAIN),
            use -> use.quantifier() == Quantifier.FOR_ANY_VALUE && !use.isIfExists()),
        new ConditionEmptyList(
            RuleInfo.suggestion(
                    "condition-empty-forallvalues",
                    "no values under `ForAllValues`: true only without the key")
                .issueCode("EMPTY_ARRAY_CONDITION_FORALLVALUES")
                .insteadOf(PLAIN),
            use -> use.quantifier() == Quantifier.FOR_ALL_VALUES),
        new ConditionEmptyList(
            RuleInfo.suggestion(
                    "condition-empty-ifexists",
                    "no values under `IfExists`: true only without the key")
                .issueCode("EMPTY_ARRAY_CONDITION_IFEXISTS")
                .insteadOf(PLAIN),
            use -> use.isIfExists() && use.quantifier() != Quantifier.FOR_ALL_VALUES));
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.values().isEmpty() && !use.isNegated())
        .filter(use -> use.domain() != Domain.PRESENCE && isMeant.test(use))
        .ifPresent(use -> report(use, statement.value(), findings));
  }

  private static void report(KeyUse use, Statement statement, Findings findings) {
    Findings.Draft draft = findings.at(use.valuesSpan());
    String key = use.key().text();
    if (use.holdsOnAbsentKey()) {
      draft
          .message("no value of `" + key + "` is among none, so only requests without it pass")
          .advice("`\"Null\": {\"" + key + "\": \"true\"}` says so");
      // What ForAnyValue with IfExists makes of a missing key, AWS does not say.
      Fix.Kind kind = use.quantifier() == Quantifier.FOR_ANY_VALUE ? Fix.Kind.OFFER : Fix.Kind.AUTO;
      OperatorEdit.toNull(true, kind, use, statement).ifPresent(draft::fix);
    } else {
      draft
          .message("no value of `" + key + "` is among none, so this is never true")
          .advice("list the values that are meant");
    }
    draft.add();
  }
}
