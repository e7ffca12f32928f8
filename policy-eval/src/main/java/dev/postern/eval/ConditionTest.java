package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.ConditionOutcome.State;
import dev.postern.model.BaseOperator;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.ConditionOperator;
import dev.postern.model.ConditionOperator.Known;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyVersion;

/**
 * One condition, made ready to test: the quantifier and the absent key here, the comparison in the
 * operator's family. AWS: "IAM JSON policy elements: Condition operators" and "Single-valued vs.
 * multivalued context keys".
 */
final class ConditionTest {
  private final Condition condition;
  private final ContextKey key;
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

    default boolean asksTheTime() {
      return false;
    }

    default ImmutableList<String> unreadable() {
      return ImmutableList.of();
    }

    default ImmutableSet<String> requiredTexts() {
      return ImmutableSet.of();
    }
  }

  private ConditionTest(Condition condition, Rule rule) {
    this.condition = condition;
    this.key = ContextKey.of(condition.key().value());
    this.rule = rule;
  }

  /** The condition of a document of the given version. */
  static ConditionTest of(Condition condition, PolicyVersion version) {
    ConditionOperator operator = condition.operator().value();
    if (operator instanceof ConditionOperator.Unknown) {
      return new ConditionTest(condition, (state, context) -> Truth.open(Unspecified.U42));
    }
    Known known = (Known) operator;
    return new ConditionTest(
        condition,
        known.base() == BaseOperator.NULL
            ? PresenceRule.of(known, condition)
            : new ComparisonRule(
                known,
                Comparison.of(condition, version),
                KeyFacts.isMultivalued(condition.key().value().folded())));
  }

  /** Whether the condition holds. */
  Truth test(RequestContext context) {
    return rule.test(context.state(key), context);
  }

  /** The same as {@link #test}, with all that it looked at. */
  ConditionOutcome explain(RequestContext context) {
    ContextKeyState state = context.state(key);
    return new ConditionOutcome(
        condition,
        describe(state),
        rule.test(state, context),
        state.texts(),
        rule.resolved(context),
        rule.unreadable(),
        rule.withoutValue(context));
  }

  /** The condition as it was written. */
  Condition condition() {
    return condition;
  }

  /** Whether it asks for the time of the request. */
  boolean asksTheTime() {
    return key.isTime() || rule.asksTheTime();
  }

  /** The policy's values that cannot be read in the operator's domain and so match nothing. */
  ImmutableList<String> unreadable() {
    return rule.unreadable();
  }

  /**
   * The texts one of which the key has to equal, where that is all that the condition says; else
   * empty.
   */
  ImmutableSet<String> requiredTexts() {
    return rule.requiredTexts();
  }

  /** The key that it tests. */
  ContextKey key() {
    return key;
  }

  private State describe(ContextKeyState state) {
    return switch (state.presence()) {
      case MISSING -> State.MISSING;
      case EMPTY -> State.NULL;
      case BLANK -> rule.wrongType(state) ? State.WRONG_TYPE : State.NULL;
      case PRESENT -> rule.wrongType(state) ? State.WRONG_TYPE : State.PRESENT;
      case UNKNOWN -> State.UNKNOWN;
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
        case SINGLE ->
            state.isUnknown() && listsTrue != listsFalse
                ? Truth.UNKNOWN
                : Truth.of(state.isNull() ? listsTrue : listsFalse);
      };
    }
  }

  /** An operator that compares values: the quantifier, the absent key and the empty list. */
  private record ComparisonRule(Known operator, Comparison comparison, boolean multivalued)
      implements Rule {
    @Override
    public Truth test(ContextKeyState state, RequestContext context) {
      if (state.isUnknown()) {
        return Truth.UNKNOWN;
      }
      if (comparison.isEmpty()) {
        return noPolicyValues(state);
      }
      return switch (operator.quantifier()) {
        case SINGLE -> single(state, context);
        case FOR_ALL_VALUES -> state.isNull() ? Truth.HOLDS : all(state, context);
        case FOR_ANY_VALUE ->
            state.isNull()
                ? operator.ifExists() ? Truth.open(Unspecified.U04) : Truth.FAILS
                : any(state, context);
      };
    }

    private Truth noPolicyValues(ContextKeyState state) {
      if (operator.quantifier() == Quantifier.FOR_ANY_VALUE) {
        return Truth.FAILS;
      }
      if (operator.quantifier() == Quantifier.FOR_ALL_VALUES) {
        return Truth.of(state.isNull());
      }
      // An empty string is a value here, so it does not count as missing.
      return operator.ifExists() ? Truth.of(state.isMissing()) : Truth.open(Unspecified.U01);
    }

    private Truth single(ContextKeyState state, RequestContext context) {
      if (state.isMissing()) {
        boolean holds = operator.ifExists() || operator.base().negated();
        return holds && (multivalued || state.multivalued())
            ? Truth.open(Unspecified.U03)
            : Truth.of(holds);
      }
      if (!state.multivalued()) {
        return comparison.passes(state.values().get(0), context);
      }
      // U03: AWS only forbids it. Readings: never, or as if some value sufficed.
      Truth some = any(state, context);
      return some.certainlyFails() ? Truth.FAILS : some.and(Truth.open(Unspecified.U03));
    }

    private Truth all(ContextKeyState state, RequestContext context) {
      ImmutableList<RequestValue> values = state.values();
      Truth truth = Truth.HOLDS;
      for (int i = 0; i < values.size(); i++) {
        truth = truth.and(comparison.passes(values.get(i), context));
      }
      return truth;
    }

    private Truth any(ContextKeyState state, RequestContext context) {
      ImmutableList<RequestValue> values = state.values();
      Truth truth = Truth.FAILS;
      for (int i = 0; i < values.size(); i++) {
        truth = truth.or(comparison.passes(values.get(i), context));
      }
      return truth;
    }

    @Override
    public boolean asksTheTime() {
      return comparison.asksTheTime();
    }

    @Override
    public ImmutableList<String> unreadable() {
      return comparison.unreadable();
    }

    @Override
    public ImmutableSet<String> requiredTexts() {
      return operator.quantifier() == Quantifier.SINGLE
              && !operator.ifExists()
              && comparison instanceof StringComparison strings
          ? strings.requiredTexts()
          : ImmutableSet.of();
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
