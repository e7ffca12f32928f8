package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.ConditionOutcome.State;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionOperator.Known;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyVersion;
import java.util.function.Function;

/**
 * One condition, made ready to test: the quantifier and the absent key here, the comparison in the
 * operator's family. AWS: "IAM JSON policy elements: Condition operators" and "Single-valued vs.
 * multivalued context keys".
 */
final class ConditionTest {
  private final Condition condition;
  private final ConditionKey key;
  private final Rule rule;

  /** What the operator makes of the key's state in one context. */
  private interface Rule {
    Truth test(ContextKeyState state, RequestContext context);

    default ImmutableList<String> resolved(RequestContext context) {
      return ImmutableList.of();
    }

    default ImmutableList<ConditionKey> withoutValue(RequestContext context) {
      return ImmutableList.of();
    }

    default boolean wrongType(ContextKeyState state) {
      return false;
    }
  }

  private ConditionTest(Condition condition, Rule rule) {
    this.condition = condition;
    this.key = condition.key().value();
    this.rule = rule;
  }

  /**
   * The condition of a document of the given version.
   *
   * @throws UnsupportedPolicyException if the operator is not decided yet
   */
  static ConditionTest of(Condition condition, PolicyVersion version) {
    ConditionOperator operator = condition.operator().value();
    if (operator instanceof ConditionOperator.Unknown) {
      return new ConditionTest(condition, (state, context) -> Truth.open(Unspecified.U42));
    }
    Known known = (Known) operator;
    return new ConditionTest(
        condition,
        switch (known.base().domain()) {
          case PRESENCE -> PresenceRule.of(known, condition);
          case STRING, ARN, BOOL -> new ComparisonRule(known, Comparison.of(condition, version));
          case NUMERIC, DATE, BINARY, IP_ADDRESS ->
              throw new UnsupportedPolicyException(
                  condition.operator().span(),
                  "the operator `" + known.text() + "` is not decided yet");
        });
  }

  ConditionOutcome test(RequestContext context) {
    ContextKeyState state = context.state(key);
    return new ConditionOutcome(
        condition,
        describe(state),
        rule.test(state, context),
        state.values(),
        rule.resolved(context),
        rule.withoutValue(context));
  }

  private State describe(ContextKeyState state) {
    return switch (state.presence()) {
      case MISSING -> State.MISSING;
      case EMPTY -> State.NULL;
      case BLANK -> rule.wrongType(state) ? State.WRONG_TYPE : State.NULL;
      case PRESENT -> rule.wrongType(state) ? State.WRONG_TYPE : State.PRESENT;
    };
  }

  /** {@code Null}: whether the key is there. */
  private record PresenceRule(Quantifier quantifier, boolean listsTrue, boolean listsFalse)
      implements Rule {
    static PresenceRule of(Known operator, Condition condition) {
      return new PresenceRule(
          operator.quantifier(), lists(condition, "true"), lists(condition, "false"));
    }

    private static boolean lists(Condition condition, String word) {
      return condition.values().value().stream()
          .anyMatch(value -> value.value().text().equalsIgnoreCase(word));
    }

    @Override
    public Truth test(ContextKeyState state, RequestContext context) {
      return switch (quantifier) {
        // AWS, policy checks: "Null with qualifier": the answer does not depend on the request.
        case FOR_ALL_VALUES -> Truth.HOLDS;
        case FOR_ANY_VALUE -> Truth.FAILS;
        case SINGLE -> Truth.of(state.isNull() ? listsTrue : listsFalse);
      };
    }
  }

  /** An operator that compares values: the quantifier, the absent key and the empty list. */
  private record ComparisonRule(Known operator, Comparison comparison) implements Rule {
    @Override
    public Truth test(ContextKeyState state, RequestContext context) {
      if (comparison.isEmpty()) {
        return noPolicyValues(state);
      }
      return switch (operator.quantifier()) {
        case SINGLE -> single(state, context);
        case FOR_ALL_VALUES ->
            state.isNull() ? Truth.HOLDS : all(state, value -> passes(value, context));
        case FOR_ANY_VALUE ->
            state.isNull()
                ? operator.ifExists() ? Truth.open(Unspecified.U04) : Truth.FAILS
                : any(state, value -> passes(value, context));
      };
    }

    private Truth noPolicyValues(ContextKeyState state) {
      if (operator.quantifier() == Quantifier.FOR_ANY_VALUE) {
        return Truth.FAILS;
      }
      if (operator.quantifier() == Quantifier.FOR_ALL_VALUES || operator.ifExists()) {
        return Truth.of(state.isNull());
      }
      return Truth.open(Unspecified.U01);
    }

    private Truth single(ContextKeyState state, RequestContext context) {
      if (state.isMissing()) {
        return Truth.of(operator.ifExists() || operator.base().negated());
      }
      if (!state.multivalued()) {
        return passes(state.values().get(0), context);
      }
      // U03: AWS only forbids it. Readings: never, or as if some value sufficed.
      Truth some = any(state, value -> passes(value, context));
      return some.certainlyFails() ? Truth.FAILS : some.and(Truth.open(Unspecified.U03));
    }

    private Truth passes(String value, RequestContext context) {
      return comparison.passes(value, context);
    }

    private static Truth all(ContextKeyState state, Function<String, Truth> test) {
      Truth truth = Truth.HOLDS;
      for (String value : state.values()) {
        truth = truth.and(test.apply(value));
      }
      return truth;
    }

    private static Truth any(ContextKeyState state, Function<String, Truth> test) {
      Truth truth = Truth.FAILS;
      for (String value : state.values()) {
        truth = truth.or(test.apply(value));
      }
      return truth;
    }

    @Override
    public ImmutableList<String> resolved(RequestContext context) {
      return comparison.resolved(context);
    }

    @Override
    public ImmutableList<ConditionKey> withoutValue(RequestContext context) {
      return comparison.withoutValue(context);
    }

    @Override
    public boolean wrongType(ContextKeyState state) {
      return state.values().stream().anyMatch(comparison::isWrongType);
    }
  }
}
