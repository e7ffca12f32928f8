package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.model.Condition;
import dev.postern.model.ConditionKey;
import dev.postern.model.PolicyString;
import dev.postern.model.PolicyVersion;
import java.util.stream.Stream;

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
  public Truth passes(RequestValue value, RequestContext context) {
    Truth listed = Truth.FAILS;
    for (int i = 0; i < values.size(); i++) {
      PolicyValue word = values.get(i);
      listed = listed.or(matches(word, value.text(), context));
    }
    return listed;
  }

  private static Truth matches(PolicyValue value, String requestValue, RequestContext context) {
    String constant = value.constantText();
    if (constant != null) {
      return matches(constant, requestValue);
    }
    // U06: one page says that variables are replaced here, two say that they are not.
    Truth replaced =
        value.isUnknown(context)
            ? Truth.UNKNOWN
            : value.text(context).map(word -> matches(word, requestValue)).orElse(Truth.FAILS);
    return replaced.and(Truth.open(Unspecified.U06));
  }

  private static Truth matches(String policyWord, String requestValue) {
    if (isTruthValue(requestValue)) {
      return Truth.of(policyWord.equalsIgnoreCase(requestValue));
    }
    return Truth.ofReadings(Unspecified.U16, false, policyWord.equalsIgnoreCase("false"));
  }

  private static boolean isTruthValue(String text) {
    return text.equals("true") || text.equals("false");
  }

  @Override
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public boolean isWrongType(RequestValue value) {
    return !isTruthValue(value.text());
  }

  @Override
  public boolean asksTheTime() {
    return values.stream().anyMatch(PolicyValue::asksTheTime);
  }

  @Override
  public ImmutableList<String> resolved(RequestContext context) {
    return values.stream()
        .flatMap(value -> value.text(context).stream())
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public ImmutableList<String> unreadable() {
    return values.stream()
        .flatMap(value -> Stream.ofNullable(value.constantText()))
        .filter(word -> !word.equalsIgnoreCase("true") && !word.equalsIgnoreCase("false"))
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public ImmutableList<ConditionKey> withoutValue(RequestContext context) {
    return values.stream()
        .flatMap(value -> value.withoutValue(context).stream())
        .collect(ImmutableList.toImmutableList());
  }
}
