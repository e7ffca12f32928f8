package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Severity;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyReading;
import dev.postern.model.source.SourceText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every policy: those of the pages, with a piece cut out or put in, of any type. */
final class LinterProperties {
  private static final Linter LINTER = PageConfiguration.everything();

  private static final ImmutableList<String> POLICIES =
      BuiltInRules.ALL.stream()
          .flatMap(rule -> PageBlock.of(rule).stream())
          .map(PageBlock::json)
          .collect(ImmutableList.toImmutableList());

  @Provide
  Arbitrary<PolicyType> types() {
    return Arbitraries.of(PolicyType.ALL);
  }

  @Provide
  Arbitrary<String> policies() {
    return Arbitraries.of(POLICIES);
  }

  @Provide
  Arbitrary<String> damagedPolicies() {
    return policies()
        .flatMap(
            policy ->
                Arbitraries.integers()
                    .between(0, policy.length())
                    .flatMap(
                        from ->
                            Arbitraries.integers()
                                .between(from, Math.min(policy.length(), from + 8))
                                .flatMap(to -> patched(policy, from, to))));
  }

  private static Arbitrary<String> patched(String policy, int from, int to) {
    return Arbitraries.strings()
        .withChars("\"{}[]:,$*<> \u001B\u202Ea")
        .ofMaxLength(3)
        .map(patch -> policy.substring(0, from) + patch + policy.substring(to));
  }

  @Property
  void no_rule_fails(@ForAll("damagedPolicies") String text, @ForAll("types") PolicyType type) {
    assertThat(LINTER.lint(SourceText.of("p.json", text), type).faults()).isEmpty();
  }

  @Property
  void what_aws_would_not_store_is_not_clean(
      @ForAll("damagedPolicies") String text, @ForAll("types") PolicyType type) {
    PolicyReading reading = PolicyReader.strict().examine(SourceText.of("p.json", text), type);
    assertThat(LINTER.lint(reading).hasAtLeast(Severity.SECURITY_WARNING) || !refused(reading))
        .as("%s", reading.problems())
        .isTrue();
  }

  private static boolean refused(PolicyReading reading) {
    return reading.document().isEmpty();
  }

  @Property
  void findings_are_in_order_and_none_is_there_twice(
      @ForAll("damagedPolicies") String text, @ForAll("types") PolicyType type) {
    assertThat(LINTER.lint(SourceText.of("p.json", text), type).findings())
        .extracting(finding -> finding.span().startOffset())
        .isSorted();
    assertThat(LINTER.lint(SourceText.of("p.json", text), type).findings())
        .extracting(finding -> finding.rule() + " " + finding.span().endOffset() + finding)
        .doesNotHaveDuplicates();
  }

  @Property
  void the_guess_never_fails(@ForAll("damagedPolicies") String text) {
    assertThat(LINTER.lint(SourceText.of("p.json", text)).faults()).isEmpty();
  }
}
