package dev.postern.benchmarks.workload;

import com.google.common.collect.ImmutableList;
import java.util.Map;

/**
 * One key of a statement's {@code Condition}: the operator as it is written, the key, and the
 * values that are compared with it.
 */
public record PlainCondition(String operator, String key, ImmutableList<String> values) {
  /* The operators that say the opposite of another. */
  private static final Map<String, String> NEGATED =
      Map.of(
          "StringNotEquals", "StringEquals",
          "StringNotLike", "StringLike",
          "NotIpAddress", "IpAddress",
          "ArnNotLike", "ArnLike");

  private static final String EVERY = "ForAllValues:";
  private static final String IF_EXISTS = "IfExists";

  /** A condition with one value, or with several. */
  public static PlainCondition of(String operator, String key, String... values) {
    return new PlainCondition(operator, key, ImmutableList.copyOf(values));
  }

  /** Whether it speaks of every value that the request has under the key. */
  public boolean isForAllValues() {
    return operator.startsWith(EVERY);
  }

  /** Whether it also holds when the request has nothing under the key. */
  public boolean isIfExists() {
    return operator.endsWith(IF_EXISTS);
  }

  /** Whether it holds where its {@link #comparison} does not. */
  public boolean isNegated() {
    return NEGATED.containsKey(bare());
  }

  /** How one value is compared with another, without what surrounds it. */
  public String comparison() {
    return NEGATED.getOrDefault(bare(), bare());
  }

  private String bare() {
    String bare = isForAllValues() ? operator.substring(EVERY.length()) : operator;
    return isIfExists() ? bare.substring(0, bare.length() - IF_EXISTS.length()) : bare;
  }
}
