package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import java.time.Instant;

/**
 * The date operators: instants, however they are written. What is no date matches nothing; whether
 * a negated operator then holds, AWS does not say.
 *
 * @param instants the policy's values that are dates
 * @param unreadable those that are none, and match nothing
 * @param texts all of them as they were written
 */
record DateComparison(
    BaseOperator operator,
    ImmutableList<Instant> instants,
    ImmutableList<String> unreadable,
    ImmutableList<String> texts)
    implements Comparison {
  static DateComparison of(BaseOperator base, Condition condition) {
    ImmutableList.Builder<Instant> instants = ImmutableList.builder();
    ImmutableList.Builder<String> unreadable = ImmutableList.builder();
    ImmutableList<String> texts = Comparison.texts(condition);
    for (String text : texts) {
      InstantValue.parse(text).ifPresentOrElse(instants::add, () -> unreadable.add(text));
    }
    return new DateComparison(base, instants.build(), unreadable.build(), texts);
  }

  @Override
  public Truth passes(RequestValue value, RequestContext context) {
    Instant instant = value.instant();
    if (instant == null || instants.isEmpty()) {
      return operator.negated() ? Truth.open(Unspecified.U14) : Truth.FAILS;
    }
    for (int i = 0; i < instants.size(); i++) {
      Instant wanted = instants.get(i);
      if (matches(instant.compareTo(wanted))) {
        return Truth.of(!operator.negated());
      }
    }
    return Truth.of(operator.negated());
  }

  private boolean matches(int order) {
    return switch (operator) {
      case DATE_LESS_THAN -> order < 0;
      case DATE_LESS_THAN_EQUALS -> order <= 0;
      case DATE_GREATER_THAN -> order > 0;
      case DATE_GREATER_THAN_EQUALS -> order >= 0;
      default -> order == 0;
    };
  }

  @Override
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  @Override
  public boolean isWrongType(RequestValue value) {
    return value.instant() == null;
  }

  @Override
  public ImmutableList<String> resolved(RequestContext context) {
    return texts;
  }
}
