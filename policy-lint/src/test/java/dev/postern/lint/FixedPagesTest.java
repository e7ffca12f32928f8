package dev.postern.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.lint.rule.BuiltInRules;
import dev.postern.lint.rule.Fix;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.source.SourceText;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fixes of the bad policies on the pages that are made without asking. */
final class FixedPagesTest {
  private static LintResult lint(String rule, String text, PolicyType type) {
    return Linter.strict().rules(rule).lint(SourceText.of(rule, text), type);
  }

  private static boolean isFixed(Finding finding) {
    return finding.fix().filter(fix -> fix.kind() == Fix.Kind.AUTO).isPresent();
  }

  static Stream<PageBlock> fixable() {
    return BuiltInRules.ALL.stream()
        .flatMap(rule -> PageBlock.of(rule).stream())
        .filter(
            block ->
                lint(block.rule(), block.json(), block.type()).findings().stream()
                    .anyMatch(FixedPagesTest::isFixed));
  }

  @ParameterizedTest
  @MethodSource("fixable")
  void what_is_fixed_is_gone_and_nothing_else_has_changed(PageBlock block) {
    LintResult before = lint(block.rule(), block.json(), block.type());

    FixedPolicy after = Linter.strict().rules(block.rule()).fix(before);

    assertThat(after.fixed()).extracting(Finding::id).containsOnly(block.rule());
    assertThat(after.left().findings())
        .noneMatch(FixedPagesTest::isFixed)
        .hasSize(before.findings().size() - after.fixed().size());
    if (isStored(block.json(), block.type())) {
      FixProperties.assertSameDecisions(block.json(), after.text(), block.type(), 20261121);
    }
  }

  private static boolean isStored(String text, PolicyType type) {
    return PolicyReader.strict()
        .examine(SourceText.of("p.json", text), type)
        .document()
        .isPresent();
  }

  @Test
  void some_pages_have_such_fixes() {
    assertThat(fixable().map(PageBlock::rule).distinct()).hasSizeGreaterThan(12);
  }
}
