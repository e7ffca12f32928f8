package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The numeric and the date operators: what can be read is compared by its order, decimals of any
 * length and instants however they are written. What cannot be read matches nothing; whether a
 * negated operator then holds, AWS does not say.
 *
 * @param wanted the policy's values that can be read
 * @param unreadable those that cannot, and match nothing
 * @param texts all of them as they were written
 * @param reading reads a value of the request
 */
record OrderComparison<T extends Comparable<T>>(
    BaseOperator operator,
    ImmutableList<T> wanted,
    ImmutableList<String> unreadable,
    ImmutableList<String> texts,
    Reading<T> reading)
    implements Comparison {

  /** What a value of a request is in the operator's domain; null when it is nothing there. */
  interface Reading<T> {
    @Nullable T of(RequestValue value);
  }

  static OrderComparison<BigDecimal> ofNumbers(BaseOperator base, Condition condition) {
    return of(base, condition, DecimalValue::parse, RequestValue::number);
  }

  static OrderComparison<Instant> ofDates(BaseOperator base, Condition condition) {
    return of(base, condition, InstantValue::parse, RequestValue::instant);
  }

  private static <T extends Comparable<T>> OrderComparison<T> of(
      BaseOperator base,
      Condition condition,
      Function<String, Optional<T>> parser,
      Reading<T> reading) {
    ImmutableList.Builder<T> wanted = ImmutableList.builder();
    ImmutableList.Builder<String> unreadable = ImmutableList.builder();
    ImmutableList<String> texts = Comparison.texts(condition);
    for (String text : texts) {
      parser.apply(text).ifPresentOrElse(wanted::add, () -> unreadable.add(text));
    }
    return new OrderComparison<>(base, wanted.build(), unreadable.build(), texts, reading);
  }

  @Override
  public Truth passes(RequestValue value, RequestContext context) {
    T brought = reading.of(value);
    if (brought == null || wanted.isEmpty()) {
      return operator.negated() ? Truth.open(Unspecified.U14) : Truth.FAILS;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (matches(brought.compareTo(wanted.get(i)))) {
        return Truth.of(!operator.negated());
      }
    }
    return Truth.of(operator.negated());
  }

  private boolean matches(int order) {
    return switch (operator) {
      case NUMERIC_LESS_THAN, DATE_LESS_THAN -> order < 0;
      case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> order <= 0;
      case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> order > 0;
      case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> order >= 0;
      default -> order == 0;
    };
  }

  @Override
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  @Override
  public boolean isWrongType(RequestValue value) {
    return reading.of(value) == null;
  }

  @Override
  public ImmutableList<String> resolved(RequestContext context) {
    return texts;
  }
}
