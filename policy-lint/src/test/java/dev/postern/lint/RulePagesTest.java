package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
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
  /**
   * Their bad policies are too long for a page; {@link SizeTest} and {@link LimitTest} have some.
   */
  private static final ImmutableSet<String> TOO_LONG_FOR_A_PAGE =
      ImmutableSet.of("limit-size", "limit-string", "limit-elements");

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
    LintResult result =
        PageConfiguration.linter(block.rule())
            .lint(SourceText.of(block.rule(), block.json()), block.type());

    assertThat(result.findings())
        .filteredOn(finding -> finding.rule().id().equals(block.rule()))
        .extracting(finding -> finding.pointer().toString())
        .as("in %s", result.findings())
        .containsExactlyInAnyOrderElementsOf(block.at());
    assertThat(result.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_page_shows_both_sides(Rule rule) {
    String id = rule.info().id();
    assertThat(PageBlock.of(rule)).extracting(PageBlock::verdict).contains(PageBlock.Verdict.GOOD);
    if (!TOO_LONG_FOR_A_PAGE.contains(id) && !id.startsWith("size-")) {
      assertThat(PageBlock.of(rule)).extracting(PageBlock::verdict).contains(PageBlock.Verdict.BAD);
    }
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
    assertThat(
            Linter.standard()
                .lint(SourceText.of(block.rule(), block.json()), block.type())
                .findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
  }
}
