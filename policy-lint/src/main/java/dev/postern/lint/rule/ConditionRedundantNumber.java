package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Condition;
import dev.postern.model.ConditionValue;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/** Several bounds, one of which decides: a value that meets any of them passes. */
final class ConditionRedundantNumber implements ConditionRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.suggestion("condition-redundant-number", "of several bounds one decides")
        .issueCode("REDUNDANT_CONDITION_VALUE_NUM");
  }

  @Override
  public void check(
      Condition condition, Located<Statement> statement, LintedPolicy policy, Findings findings) {
    KeyUse.of(condition, policy)
        .filter(use -> use.values().size() > 1)
        .ifPresent(use -> check(use, findings));
  }

  private static void check(KeyUse use, Findings findings) {
    Comparator<Located<ConditionValue>> bySize = Comparator.comparing(value -> number(value));
    ImmutableList<Located<ConditionValue>> numbers =
        use.values().stream()
            .filter(value -> parse(value.value().text()).isPresent())
            .collect(toImmutableList());
    Optional<Located<ConditionValue>> deciding =
        switch (use.base()) {
          case NUMERIC_LESS_THAN, NUMERIC_LESS_THAN_EQUALS -> numbers.stream().max(bySize);
          case NUMERIC_GREATER_THAN, NUMERIC_GREATER_THAN_EQUALS -> numbers.stream().min(bySize);
          default -> Optional.empty();
        };
    if (numbers.size() < use.values().size()) {
      return;
    }
    deciding.ifPresent(
        value ->
            findings
                .at(use.valuesSpan())
                .message(
                    "of these numbers `"
                        + value.value().text()
                        + "` decides under `"
                        + use.operator().text()
                        + "`")
                .advice("one that is met is enough; write it alone")
                .fix(
                    Fix.auto(
                        "keep `" + value.value().text() + "`",
                        use.valuesSpan(),
                        value.span().text()))
                .add());
  }

  private static BigDecimal number(Located<ConditionValue> value) {
    return parse(value.value().text()).orElseThrow();
  }

  /** A number in decimal digits; another one never matches. */
  static Optional<BigDecimal> parse(String text) {
    if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
