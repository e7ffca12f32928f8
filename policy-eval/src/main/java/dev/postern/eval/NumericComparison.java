package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import java.math.BigDecimal;

/**
 * The numeric operators: decimals of any length. What is no number matches nothing; whether a
 * negated operator then holds, AWS does not say.
 *
 * @param numbers the policy's values that are numbers
 * @param unreadable those that are none, and match nothing
 * @param texts all of them as they were written
 */
record NumericComparison(
    BaseOperator operator,
    ImmutableList<BigDecimal> numbers,
    ImmutableList<String> unreadable,
    ImmutableList<String> texts)
    implements Comparison {
  static NumericComparison of(BaseOperator base, Condition condition) {
    ImmutableList.Builder<BigDecimal> numbers = ImmutableList.builder();
    ImmutableList.Builder<String> unreadable = ImmutableList.builder();
    ImmutableList<String> texts = Comparison.texts(condition);
    for (String text : texts) {
      DecimalValue.parse(text).ifPresentOrElse(numbers::add, () -> unreadable.add(text));
    }
    return new NumericComparison(base, numbers.build(), unreadable.build(), texts);
  }

  @Override
  public Truth passes(RequestValue value, RequestContext context) {
    BigDecimal number = value.number();
    if (number == null || numbers.isEmpty()) {
      return operator.negated() ? Truth.open(Unspecified.U14) : Truth.FAILS;
    }
    for (int i = 0; i < numbers.size(); i++) {
      BigDecimal wanted = numbers.get(i);
      if (matches(number.compareTo(wanted))) {
        return Truth.of(!operator.negated());
      }
    }
    return Truth.of(operator.negated());
  }

  private boolean matches(int order) {
    return switch (operator) {
      case NUMERIC_LESS_THAN -> order < 0;
      case NUMERIC_LESS_THAN_EQUALS -> order <= 0;
      case NUMERIC_GREATER_THAN -> order > 0;
      case NUMERIC_GREATER_THAN_EQUALS -> order >= 0;
      default -> order == 0;
    };
  }

  @Override
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  @Override
  public boolean isWrongType(RequestValue value) {
    return value.number() == null;
  }

  @Override
  public ImmutableList<String> resolved(RequestContext context) {
    return texts;
  }
}
