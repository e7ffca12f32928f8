package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionOperator.Known;
import dev.postern.model.ConditionValue;
import dev.postern.model.PolicyVersion;
import dev.postern.model.source.Located;
import java.util.function.Function;

/** The values of a condition, compared with one value of the request. A family a file. */
interface Comparison {
  /**
   * Whether one value of the request passes: a positive operator wants one policy value to match, a
   * negated one none.
   */
  Truth passes(RequestValue value, RequestContext context);

  /** Whether the policy lists no values. */
  boolean isEmpty();

  /** Whether a value of the request cannot be read in the operator's domain. */
  boolean isWrongType(RequestValue value);

  /** Those of the policy's values that have a value, their variables replaced. */
  ImmutableList<String> resolved(RequestContext context);

  /** The policy's values that cannot be read in the operator's domain. */
  default ImmutableList<String> unreadable() {
    return ImmutableList.of();
  }

  /** The variables without a value that keep values from meaning anything, the first of each. */
  default ImmutableList<ConditionKey> withoutValue(RequestContext context) {
    return ImmutableList.of();
  }

  /** Whether a variable asks for the time of the request. */
  default boolean asksTheTime() {
    return false;
  }

  /** The values of a condition in a document of the given version. */
  static Comparison of(Condition condition, PolicyVersion version) {
    BaseOperator base = ((Known) condition.operator().value()).base();
    return switch (base.domain()) {
      case STRING -> StringComparison.of(base, condition, version);
      case ARN -> ArnComparison.of(base, condition, version);
      case BOOL -> BoolComparison.of(condition, version);
      case NUMERIC -> OrderComparison.ofNumbers(base, condition);
      case DATE -> OrderComparison.ofDates(base, condition);
      case BINARY -> BinaryComparison.of(condition);
      case IP_ADDRESS -> IpComparison.of(base, condition);
      case PRESENCE -> throw new AssertionError("`Null` compares nothing");
    };
  }

  /** The texts of a condition's values. */
  static ImmutableList<String> texts(Condition condition) {
    return read(condition, Function.identity());
  }

  /** The texts of a condition's values, each read. */
  static <T> ImmutableList<T> read(Condition condition, Function<String, T> reader) {
    return condition.values().value().stream()
        .map(Located::value)
        .map(ConditionValue::text)
        .map(reader)
        .collect(ImmutableList.toImmutableList());
  }
}
