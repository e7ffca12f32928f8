package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.PolicyVersion;

/**
 * The string operators: same characters, same but for letter case, or a wildcard match. A value
 * with a variable that has no value is equal and alike to nothing.
 */
record StringComparison(BaseOperator operator, ImmutableList<PolicyValue> values)
    implements Comparison {
  static StringComparison of(BaseOperator base, Condition condition, PolicyVersion version) {
    return new StringComparison(
        base, Comparison.read(condition, text -> PolicyValue.of(text, version)));
  }

  @Override
  public Truth passes(RequestValue requestValue, RequestContext context) {
    Truth listed = Truth.FAILS;
    for (int i = 0; i < values.size(); i++) {
      PolicyValue value = values.get(i);
      if (value.isUnknown(context)) {
        listed = listed.or(Truth.UNKNOWN);
      } else if (matches(value, requestValue, context)) {
        return Truth.of(!operator.negated());
      }
    }
    return operator.negated() ? listed.not() : listed;
  }

  private boolean matches(PolicyValue value, RequestValue requestValue, RequestContext context) {
    return switch (operator) {
      case STRING_LIKE, STRING_NOT_LIKE -> value.isLike(requestValue.text(), context);
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
          value.isEqualFolded(requestValue, context);
      default -> value.isEqualTo(requestValue.text(), context);
    };
  }

  /** The constant texts one of which has to be equal; empty where that is not what is asked. */
  ImmutableSet<String> requiredTexts() {
    if (operator != BaseOperator.STRING_EQUALS) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<String> texts = ImmutableSet.builder();
    for (PolicyValue value : values) {
      String constant = value.constantText();
      if (constant == null) {
        return ImmutableSet.of();
      }
      texts.add(constant);
    }
    return texts.build();
  }

  @Override
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public boolean isWrongType(RequestValue value) {
    return false;
  }

  @Override
  public boolean asksTheTime() {
    return values.stream().anyMatch(PolicyValue::asksTheTime);
  }

  @Override
  public ImmutableList<String> resolved(RequestContext context) {
    return values.stream()
        .flatMap(value -> value.text(context).stream())
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public ImmutableList<ConditionKey> withoutValue(RequestContext context) {
    return values.stream()
        .flatMap(value -> value.withoutValue(context).stream())
        .collect(ImmutableList.toImmutableList());
  }
}
