package dev.postern.model;

import com.google.common.collect.ImmutableList;
import dev.postern.model.source.Located;

/**
 * The circumstances under which a statement applies: every operator, every key, all of them. AWS:
 * "IAM JSON policy elements: Condition".
 */
public sealed interface ConditionElement {
  /** No {@code Condition} element: always. */
  ConditionElement ABSENT = new Absent();

  /** Every single test, operators and keys in the author's order. */
  ImmutableList<Condition> conditions();

  /** The element is not there. */
  record Absent() implements ConditionElement {
    @Override
    public ImmutableList<Condition> conditions() {
      return ImmutableList.of();
    }
  }

  /** The element as it was written: operators, under each its keys. */
  record Block(ImmutableList<Operator> operators) implements ConditionElement {
    @Override
    public ImmutableList<Condition> conditions() {
      ImmutableList.Builder<Condition> conditions = ImmutableList.builder();
      for (Operator operator : operators) {
        conditions.addAll(operator.conditions);
      }
      return conditions.build();
    }
  }

  /**
   * One operator with the keys that it tests.
   *
   * @param name the operator
   * @param conditions a test for each key, each with this operator
   */
  record Operator(Located<ConditionOperator> name, ImmutableList<Condition> conditions) {}
}
