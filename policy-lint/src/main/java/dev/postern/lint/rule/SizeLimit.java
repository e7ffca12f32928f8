package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;

/**
 * The size from which on AWS refuses a policy of some type.
 *
 * @param rule the rule that reports it
 * @param holder what has the limit, for sentences
 * @param length how it is counted
 * @param beside what counts besides the policy
 * @param steps what is said above which length, the smallest first
 */
record SizeLimit(String rule, String holder, Length length, int beside, ImmutableList<Step> steps) {

  /**
   * What is said above a length.
   *
   * @param most the length that still passes
   * @param severity how bad more is
   */
  record Step(int most, Severity severity) {}

  static SizeLimit of(String rule, String holder, Length length, int most, Severity severity) {
    return new SizeLimit(rule, holder, length, 0, ImmutableList.of(new Step(most, severity)));
  }

  /** The same limit with a further step above it. */
  SizeLimit then(int most, Severity severity) {
    return new SizeLimit(
        rule,
        holder,
        length,
        beside,
        ImmutableList.<Step>builder().addAll(steps).add(new Step(most, severity)).build());
  }

  /** The same limit for a policy and as many characters more. */
  SizeLimit beside(int more) {
    return new SizeLimit(rule, holder, length, more, steps);
  }

  int count(LintedPolicy policy) {
    return beside + length.of(policy.span().text());
  }

  /** The length that passes without a word. */
  int most() {
    return steps.get(0).most();
  }

  /** The highest step that a length is above. */
  Optional<Step> exceededBy(int count) {
    return steps.reverse().stream().filter(step -> count > step.most()).findFirst();
  }

  /** {@code 6,200 characters, where a managed policy holds 6,144}. */
  String compare(int count, int most) {
    return String.format(
        Locale.ROOT, "%,d %s, where %s holds %,d", count, length.unit(), holder, most);
  }
}
