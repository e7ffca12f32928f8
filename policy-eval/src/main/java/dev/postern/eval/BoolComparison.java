package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Condition;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyVersion;
import java.util.Locale;
import java.util.Optional;

/** {@code Bool}: {@code true} or {@code false}; the policy's letter case does not matter. */
record BoolComparison(ImmutableList<PolicyValue> values) implements Comparison {

  static BoolComparison of(Condition condition, PolicyVersion version) {
    return new BoolComparison(Comparison.read(condition, text -> read(text, version)));
  }

  /* Unlike under other operators, a malformed variable is no error here: it is literal text. */
  private static PolicyValue read(String text, PolicyVersion version) {
    boolean literal = PolicyString.fault(text).isPresent();
    return PolicyValue.of(text, literal ? PolicyVersion.UNSTATED : version);
  }

  @Override
  public Truth passes(String requestValue, RequestContext context) {
    Truth listed = Truth.FAILS;
    for (PolicyValue value : values) {
      listed = listed.or(matches(value, requestValue, context));
    }
    return listed;
  }

  private static Truth matches(PolicyValue value, String requestValue, RequestContext context) {
    Optional<String> text = value.text(context);
    if (value.hasVariables()) {
      // U06: one page says that variables are replaced here, two say that they are not.
      Truth replaced = text.map(word -> matches(word, requestValue)).orElse(Truth.FAILS);
      return replaced.certainlyFails() ? replaced : replaced.and(Truth.open(Unspecified.U06));
    }
    return matches(text.orElse(""), requestValue);
  }

  private static Truth matches(String policyWord, String requestValue) {
    String word = policyWord.toLowerCase(Locale.ROOT);
    if (isTruthValue(requestValue)) {
      return Truth.of(word.equals(requestValue));
    }
    return Truth.ofReadings(Unspecified.U16, false, word.equals("false"));
  }

  private static boolean isTruthValue(String text) {
    return text.equals("true") || text.equals("false");
  }

  @Override
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public boolean isWrongType(String requestValue) {
    return !isTruthValue(requestValue);
  }
}
