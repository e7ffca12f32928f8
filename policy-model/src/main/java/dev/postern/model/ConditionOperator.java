package dev.postern.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * How a condition compares: a base operator, a set prefix, and whether an absent key passes. AWS:
 * "IAM JSON policy elements: Condition operators".
 */
public sealed interface ConditionOperator {
  /** As it stands in a policy. */
  String text();

  /**
   * An operator that exists.
   *
   * @param base what is compared and how
   * @param quantifier how a key with several values is treated
   * @param ifExists whether an absent key passes
   */
  record Known(BaseOperator base, Quantifier quantifier, boolean ifExists)
      implements ConditionOperator {
    /**
     * An operator that exists.
     *
     * @throws IllegalArgumentException for {@code NullIfExists}, which does not
     */
    public Known {
      if (base == BaseOperator.NULL && ifExists) {
        throw new IllegalArgumentException("`Null` takes no `IfExists`");
      }
    }

    @Override
    public String text() {
      return quantifier.prefix() + base.text() + (ifExists ? IF_EXISTS : "");
    }
  }

  /**
   * A name that is no operator. Only a lenient reader lets one through; AWS does not store it today
   * and does not say what it meant.
   */
  record Unknown(String text) implements ConditionOperator {}

  /** The suffix that lets an absent key pass. */
  String IF_EXISTS = "IfExists";

  /** Reads an operator's name, letter case included; nothing if there is no such operator. */
  static Optional<ConditionOperator> named(String text) {
    return Optional.ofNullable(Names.BY_TEXT.get(text));
  }

  /** The name of every operator without set prefix, for suggestions. */
  static ImmutableList<String> plainNames() {
    return Names.PLAIN;
  }

  /** How a key with several values in the request is treated. */
  enum Quantifier {
    /** The key has one value. */
    SINGLE(""),
    /** Each value of the request has to pass; true when there is none. */
    FOR_ALL_VALUES("ForAllValues:"),
    /** One value of the request has to pass; false when there is none. */
    FOR_ANY_VALUE("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
      this.prefix = prefix;
    }

    /** As it stands before the operator; empty for {@link #SINGLE}. */
    public String prefix() {
      return prefix;
    }
  }

  /** All operators by name: 27 base operators, three quantifiers, with and without suffix. */
  final class Names {
    private static final ImmutableMap<String, ConditionOperator> BY_TEXT = all();
    private static final ImmutableList<String> PLAIN =
        BY_TEXT.keySet().stream()
            .filter(name -> name.indexOf(':') < 0)
            .collect(ImmutableList.toImmutableList());

    private Names() {}

    private static ImmutableMap<String, ConditionOperator> all() {
      ImmutableMap.Builder<String, ConditionOperator> all = ImmutableMap.builder();
      for (BaseOperator base : BaseOperator.values()) {
        for (Quantifier quantifier : Quantifier.values()) {
          put(all, new Known(base, quantifier, false));
          if (base != BaseOperator.NULL) {
            put(all, new Known(base, quantifier, true));
          }
        }
      }
      return all.buildOrThrow();
    }

    private static void put(
        ImmutableMap.Builder<String, ConditionOperator> all, ConditionOperator operator) {
      all.put(operator.text(), operator);
    }
  }
}
