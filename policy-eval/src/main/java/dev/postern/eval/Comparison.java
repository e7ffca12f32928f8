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
  Truth passes(String requestValue, RequestContext context);

  /** Whether the policy lists no values. */
  boolean isEmpty();

  /** The policy's values that can match at all. */
  ImmutableList<PolicyValue> values();

  /** Whether a value of the request cannot be read in the operator's domain. */
  boolean isWrongType(String requestValue);

  /** Those of the policy's values that have a value, their variables replaced. */
  default ImmutableList<String> resolved(RequestContext context) {
    return values().stream()
        .flatMap(value -> value.text(context).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The variables without a value that keep values from meaning anything, the first of each. */
  default ImmutableList<ConditionKey> withoutValue(RequestContext context) {
    return values().stream()
        .flatMap(value -> value.withoutValue(context).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** The values of a condition in a document of the given version. */
  static Comparison of(Condition condition, PolicyVersion version) {
    BaseOperator base = ((Known) condition.operator().value()).base();
    return switch (base.domain()) {
      case STRING -> StringComparison.of(base, condition, version);
      case ARN -> ArnComparison.of(base, condition, version);
      case BOOL -> BoolComparison.of(condition, version);
      default -> throw new AssertionError("no comparison of " + base);
    };
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
