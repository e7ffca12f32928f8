package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Rule;
import dev.postern.lint.rule.RulePage;
import dev.postern.lint.rule.Severity;
import dev.postern.model.source.SourceText;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say is true. */
final class RulePagesTest {
  static Stream<PageBlock> blocks() {
    return rules().flatMap(rule -> PageBlock.of(rule).stream());
  }

  static Stream<PageBlock> goodBlocks() {
    return blocks().filter(block -> block.verdict() == PageBlock.Verdict.GOOD);
  }

  /* What there is to say about a configuration is shown where one is read: by the command line. */
  static Stream<Rule> rules() {
    return BuiltInRules.ALL.stream().filter(rule -> !rule.info().id().startsWith("meta-"));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_page_is_right_about_its_policies(PageBlock block) {
    ImmutableList<LintResult> results = block.lint(PageConfiguration.linter(block.rule()));

    assertThat(results)
        .flatExtracting(LintResult::findings)
        .filteredOn(finding -> finding.rule().id().equals(block.rule()))
        .extracting(finding -> finding.pointer().toString())
        .as("in %s", results)
        .containsExactlyInAnyOrderElementsOf(block.at());
    assertThat(results).flatExtracting(LintResult::faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_page_shows_both_sides(Rule rule) {
    String id = rule.info().id();
    assertThat(PageBlock.of(rule)).extracting(PageBlock::verdict).contains(PageBlock.Verdict.GOOD);
    if (!LongPolicy.BY_RULE.containsKey(id)) {
      assertThat(PageBlock.of(rule)).extracting(PageBlock::verdict).contains(PageBlock.Verdict.BAD);
    }
  }

  static Stream<String> tooLong() {
    return LongPolicy.BY_RULE.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void what_is_too_long_for_a_page_is_found_as_well(String rule) {
    LongPolicy bad = LongPolicy.BY_RULE.get(rule);
    assertThat(bad.linter().lint(SourceText.of(rule, bad.text()), bad.type()).findings())
        .extracting(finding -> finding.rule().id())
        .contains(rule);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_bad_policy_says_where_and_a_good_one_has_no_place(PageBlock block) {
    assertThat(block.at().isEmpty()).isEqualTo(block.verdict() == PageBlock.Verdict.GOOD);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_page_begins_with_the_title_of_its_rule(Rule rule) {
    assertThat(RulePage.of(rule)).map(RulePage::title).contains(rule.info().title());
  }

  @ParameterizedTest
  @MethodSource("goodBlocks")
  void a_good_policy_has_no_error_of_any_rule(PageBlock block) {
    assertThat(block.lint(Linter.standard()))
        .flatExtracting(LintResult::findings)
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
  }
}
