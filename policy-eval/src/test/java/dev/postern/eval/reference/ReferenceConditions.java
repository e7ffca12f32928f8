package dev.postern.eval.reference;

import dev.postern.eval.ContextValue;
import dev.postern.model.BaseOperator;
import dev.postern.model.BaseOperator.Domain;
import dev.postern.model.Condition;
import dev.postern.model.ConditionOperator.Known;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.PolicyDocument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One test of a key. AWS: "IAM JSON policy elements: Condition operators", "Conditions with
 * multiple context keys or values", "Single-valued vs. multivalued context keys".
 */
final class ReferenceConditions {
  private final boolean variables;
  private final ReferenceContext context;

  ReferenceConditions(PolicyDocument document, ReferenceContext context) {
    this.variables = document.version().value().text().equals("2012-10-17");
    this.context = context;
  }

  boolean test(Condition condition, Readings readings) {
    if (!(condition.operator().value() instanceof Known operator)) {
      return readings.of("U42");
    }
    String key = condition.key().value().text();
    List<String> wanted =
        condition.values().value().stream().map(located -> located.value().text()).toList();
    List<String> values =
        context.value(key).map(ContextValue::values).stream().flatMap(List::stream).toList();
    boolean isNull = values.stream().allMatch(String::isEmpty);
    if (operator.base() == BaseOperator.NULL) {
      return isNull(operator.quantifier(), wanted, isNull);
    }
    Comparison comparison = new Comparison(operator.base(), wanted, readings);
    return switch (operator.quantifier()) {
      // AWS: true when there is nothing to be compared.
      case FOR_ALL_VALUES ->
          isNull || (!wanted.isEmpty() && values.stream().allMatch(comparison::holds));
      case FOR_ANY_VALUE ->
          isNull
              ? operator.ifExists() && !wanted.isEmpty() && readings.of("U04")
              : !wanted.isEmpty() && values.stream().anyMatch(comparison::holds);
      case SINGLE -> single(operator, key, wanted, values, comparison, readings);
    };
  }

  private static boolean isNull(Quantifier quantifier, List<String> wanted, boolean isNull) {
    return switch (quantifier) {
      case FOR_ALL_VALUES -> true;
      case FOR_ANY_VALUE -> false;
      case SINGLE ->
          wanted.stream().anyMatch(word -> word.equalsIgnoreCase(Boolean.toString(isNull)));
    };
  }

  private boolean single(
      Known operator,
      String key,
      List<String> wanted,
      List<String> values,
      Comparison comparison,
      Readings readings) {
    boolean missing = values.isEmpty();
    if (wanted.isEmpty()) {
      return operator.ifExists() ? missing : readings.of("U01");
    }
    if (context.isMultivalued(key) && !readings.of("U03")) {
      return false;
    }
    if (missing) {
      return operator.ifExists() || operator.base().negated();
    }
    return values.stream().anyMatch(comparison::holds);
  }

  /** One value of the request against those of the policy. */
  private final class Comparison {
    private final BaseOperator operator;
    private final List<String> wanted;
    private final Readings readings;

    Comparison(BaseOperator operator, List<String> wanted, Readings readings) {
      this.operator = operator;
      this.wanted = wanted;
      this.readings = readings;
    }

    boolean holds(String x) {
      if (operator.negated() && operator.domain() != Domain.STRING) {
        boolean readable = isReadable(x, true);
        boolean comparable = wanted.stream().anyMatch(v -> isReadable(v, false));
        if (!readable || !comparable) {
          return readings.of(operator.domain() == Domain.ARN ? "U15" : "U14");
        }
      }
      return wanted.stream().anyMatch(v -> matches(v, x)) != operator.negated();
    }

    private boolean isReadable(String text, boolean ofRequest) {
      return switch (operator.domain()) {
        case ARN ->
            ReferenceValues.isArn(
                ofRequest ? ReferenceText.plain(text) : ReferenceText.shape(text, variables));
        case NUMERIC -> ReferenceValues.number(text).isPresent();
        case DATE -> ReferenceValues.instant(text).isPresent();
        case IP_ADDRESS ->
            (ofRequest ? ReferenceValues.address(text) : ReferenceValues.block(text)).isPresent();
        default -> throw new AssertionError(operator);
      };
    }

    private boolean matches(String v, String x) {
      return switch (operator.domain()) {
        case STRING -> string(v, x);
        case ARN -> arn(v, x);
        case NUMERIC -> ordered(ReferenceValues.number(v), ReferenceValues.number(x));
        case DATE -> ordered(ReferenceValues.instant(v), ReferenceValues.instant(x));
        case BOOL -> bool(v, x);
        case BINARY -> ReferenceValues.sameOctets(v, x);
        case IP_ADDRESS -> ReferenceValues.contains(v, x, readings);
        case PRESENCE -> throw new AssertionError(operator);
      };
    }

    private boolean string(String v, String x) {
      Optional<ReferenceText> text = ReferenceText.of(v, variables, context);
      if (text.isEmpty()) {
        return false;
      }
      return switch (operator) {
        case STRING_LIKE, STRING_NOT_LIKE -> text.get().matches(x);
        case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
            ReferenceText.fold(text.get().text()).equals(ReferenceText.fold(x));
        default -> text.get().text().equals(x);
      };
    }

    /* AWS: the six fields are compared each for itself; Equals and Like are the same. */
    private boolean arn(String v, String x) {
      Optional<ReferenceText> text = ReferenceText.of(v, variables, context);
      if (text.isEmpty()
          || !ReferenceValues.isArn(text.get())
          || !ReferenceValues.isArn(ReferenceText.plain(x))) {
        return false;
      }
      List<ReferenceText> patterns = text.get().fields(6);
      String[] fields = x.split(":", 6);
      for (int i = 0; i < 6; i++) {
        if (!patterns.get(i).matches(fields[i])) {
          return false;
        }
      }
      return true;
    }

    private <T extends Comparable<T>> boolean ordered(Optional<T> v, Optional<T> x) {
      if (v.isEmpty() || x.isEmpty()) {
        return false;
      }
      int order = x.get().compareTo(v.get());
      return switch (operator) {
        case NUMERIC_LESS_THAN, DATE_LESS_THAN -> order < 0;
        case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> order <= 0;
        case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> order > 0;
        case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> order >= 0;
        default -> order == 0;
      };
    }

    /* AWS: one page lists variables for Bool, two deny them. */
    private boolean bool(String v, String x) {
      String word = v;
      if (variables && v.contains("${")) {
        Optional<ReferenceText> text = ReferenceText.of(v, true, context);
        if (text.isEmpty() || !readings.of("U06")) {
          return false;
        }
        word = text.get().text();
      }
      word = word.toLowerCase(Locale.ROOT);
      boolean third = !x.equals("true") && !x.equals("false");
      return third ? word.equals("false") && readings.of("U16") : word.equals(x);
    }
  }
}
