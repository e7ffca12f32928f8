package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
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
  public Truth passes(String requestValue, RequestContext context) {
    boolean listed = values.stream().anyMatch(value -> matches(value, requestValue, context));
    return Truth.of(listed != operator.negated());
  }

  private boolean matches(PolicyValue value, String requestValue, RequestContext context) {
    return switch (operator) {
      case STRING_LIKE, STRING_NOT_LIKE ->
          value.glob(context).filter(glob -> glob.matches(requestValue)).isPresent();
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
          value.text(context).filter(text -> fold(text).equals(fold(requestValue))).isPresent();
      default -> value.text(context).filter(requestValue::equals).isPresent();
    };
  }

  /* STR-1: one code point to one code point, without locale. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
    return folded.toString();
  }

  @Override
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public boolean isWrongType(String requestValue) {
    return false;
  }
}
