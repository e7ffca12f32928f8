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

  /** The policy's values with their variables replaced. */
  ImmutableList<String> resolved(RequestContext context);

  /** The variables without a value. */
  ImmutableList<ConditionKey> withoutValue(RequestContext context);

  /** Whether a value of the request cannot be read in the operator's domain. */
  boolean isWrongType(String requestValue);

  static Comparison of(Condition condition, PolicyVersion version) {
    BaseOperator base = ((Known) condition.operator().value()).base();
    return switch (base.domain()) {
      case STRING -> StringComparison.of(base, condition, version);
      case ARN -> ArnComparison.of(base, condition, version);
      case BOOL -> BoolComparison.of(condition, version);
      default -> throw new AssertionError("no comparison of " + base);
    };
  }

  /** The texts of a condition's values. */
  static <T> ImmutableList<T> values(Condition condition, Function<String, T> read) {
    return condition.values().value().stream()
        .map(Located::value)
        .map(ConditionValue::text)
        .map(read)
        .collect(ImmutableList.toImmutableList());
  }
}
