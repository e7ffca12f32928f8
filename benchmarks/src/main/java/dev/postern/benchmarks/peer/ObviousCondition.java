package dev.postern.benchmarks.peer;

import com.google.common.base.Ascii;
import dev.postern.benchmarks.workload.PlainCondition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** One key of a {@code Condition} with its literals parsed. */
final class ObviousCondition {
  private final String key;
  private final boolean forAllValues;
  private final boolean holdsOnAbsentKey;
  private final boolean negated;
  private final Predicate<String>[] tests;

  @SuppressWarnings({"unchecked", "rawtypes"}) // An array, since a list costs an iterator.
  ObviousCondition(PlainCondition condition, String caller) {
    key = Ascii.toLowerCase(condition.key());
    forAllValues = condition.isForAllValues();
    negated = condition.isNegated();
    holdsOnAbsentKey = forAllValues || negated || condition.isIfExists();
    tests =
        condition.values().stream()
            .map(value -> test(condition.comparison(), value.replace("${aws:username}", caller)))
            .toArray(Predicate[]::new);
  }

  private static Predicate<String> test(String comparison, String value) {
    return switch (comparison) {
      case "StringEquals" -> value::equals;
      case "StringLike", "ArnLike" -> new ObviousGlob(value)::matches;
      case "Bool" -> value::equalsIgnoreCase;
      case "IpAddress" -> new ObviousRange(value)::contains;
      case "NumericLessThanEquals" -> atMost(new BigDecimal(value));
      case "DateLessThan" -> before(Instant.parse(value));
      default -> throw new IllegalArgumentException("no workload may use " + comparison);
    };
  }

  private static Predicate<String> atMost(BigDecimal limit) {
    return number -> new BigDecimal(number).compareTo(limit) <= 0;
  }

  private static Predicate<String> before(Instant limit) {
    return instant -> Instant.parse(instant).isBefore(limit);
  }

  boolean holds(ObviousRequest request) {
    List<String> values = request.context().get(key);
    if (values == null) {
      return holdsOnAbsentKey;
    }
    if (!forAllValues) {
      return anyTest(values.get(0)) != negated;
    }
    for (int i = 0; i < values.size(); i++) {
      if (!anyTest(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean anyTest(String value) {
    for (Predicate<String> test : tests) {
      if (test.test(value)) {
        return true;
      }
    }
    return false;
  }
}
