package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import dev.postern.model.BaseOperator;
import dev.postern.model.ConditionOperator.Quantifier;
import dev.postern.model.Statement;
import dev.postern.model.source.Located;

/**
 * Tests of the keys that tell whether a session began with MFA. Requests with long-term keys have
 * none of them; sessions have {@code aws:MultiFactorAuthPresent}, true or false. AWS: "AWS global
 * condition context keys".
 */
final class MfaUse {
  static final String PRESENT = "aws:MultiFactorAuthPresent";
  static final String FAMILY = "aws:MultiFactorAuth";

  private MfaUse() {}

  /** Whether it compares the truth value with this one alone. */
  static boolean isBool(KeyUse use, boolean value) {
    return use.isOf(PRESENT)
        && use.base() == BaseOperator.BOOL
        && use.quantifier() == Quantifier.SINGLE
        && isOnly(use, value);
  }

  /** Whether it asks that the key be absent, or that it be there. */
  static boolean isNull(KeyUse use, boolean absent) {
    return use.isOf(PRESENT)
        && use.base() == BaseOperator.NULL
        && use.quantifier() == Quantifier.SINGLE
        && isOnly(use, absent);
  }

  private static boolean isOnly(KeyUse use, boolean value) {
    return !use.values().isEmpty()
        && use.texts().stream().allMatch(text -> Boolean.toString(value).equalsIgnoreCase(text));
  }

  /** Whether some statement of the policy denies requests that have no such key. */
  static boolean isAbsenceDenied(LintedPolicy policy) {
    return denials(policy).stream()
        .anyMatch(use -> use.isOfFamily(FAMILY) && use.holdsOnAbsentKey());
  }

  /** The tests of all statements that deny. */
  static ImmutableList<KeyUse> denials(LintedPolicy policy) {
    return policy.document().statementList().stream()
        .map(Located::value)
        .filter(Statement::isDeny)
        .flatMap(statement -> KeyUse.allOf(statement, policy).stream())
        .collect(ImmutableList.toImmutableList());
  }
}
