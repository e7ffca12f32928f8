package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.cli.MarkdownPage.Block;
import dev.postern.cli.MarkdownPage.Command;
import dev.postern.model.json.ReadLimits;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The README, and the page for scripts that goes on where it ends, keep their word: commands are
 * run, code is compiled, numbers and links are true.
 */
class ReadmeTest {
  private static final MarkdownPage README = MarkdownPage.of("README.md");
  private static final MarkdownPage SCRIPTING = MarkdownPage.of("docs/scripting.md");

  @TestFactory
  Stream<DynamicTest> every_command_exits_as_the_pages_say() {
    return Stream.of(README, SCRIPTING)
        .flatMap(page -> page.blocks("sh"))
        .filter(block -> !block.isScript())
        .flatMap(block -> block.text().lines().map(line -> command(block, line)));
  }

  private static DynamicTest command(Block block, String line) {
    return DynamicTest.dynamicTest(
        line,
        () -> {
          // This very test is a part of it.
          if (!line.equals("./mvnw verify")) {
            assertPrints(Command.of(line).run(), block.output());
          }
        });
  }

  private static void assertPrints(String all, String excerpt) {
    if (!excerpt.isEmpty()) {
      assertThat(all.lines().map(String::strip))
          .containsSubsequence(excerpt.lines().map(String::strip).toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> every_script_is_an_example() {
    return README
        .blocks("sh")
        .filter(Block::isScript)
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.text(),
                    () ->
                        assertThat(
                                MarkdownPage.read(
                                    MarkdownPage.ROOT.resolve("examples/hooks/pre-commit")))
                            .isEqualTo(block.text())));
  }

  @Test
  void all_code_is_compiled_and_run_among_the_examples() throws IOException {
    List<String> compiled = ExampleCode.regions();

    assertThat(README.blocks("java").map(Block::text)).isNotEmpty().allMatch(compiled::contains);
  }

  @Test
  void its_sentences_are_an_example() {
    assertThat(README.blocks("policytest").map(Block::text))
        .containsExactly(
            MarkdownPage.read(MarkdownPage.ROOT.resolve("examples/tests/deploy-role.policytest")));
  }

  @Test
  void the_limits_are_those_of_the_reader() {
    ReadLimits policy = ReadLimits.POLICY;
    ReadLimits scenarios = ReadLimits.SCENARIOS;

    assertThat(SCRIPTING.text().lines())
        .contains(
            row("characters", policy.characters(), scenarios.characters(), "limit-size"),
            row("nesting", policy.depth(), scenarios.depth(), "limit-depth"),
            row(
                "characters of a string",
                policy.stringLength(),
                scenarios.stringLength(),
                "limit-string"),
            row("values", policy.values(), scenarios.values(), "limit-elements"));
    assertThat(SCRIPTING.text()).contains(String.format(Locale.ROOT, "%,d bytes", Lines.LONGEST));
  }

  private static String row(String limit, int policy, int scenarios, String code) {
    return String.format(Locale.ROOT, "| %s | %,d | %,d | `%s` |", limit, policy, scenarios, code);
  }

  @Test
  void every_link_leads_somewhere() {
    assertThat(Stream.of(README, SCRIPTING).flatMap(MarkdownPage::links))
        .isNotEmpty()
        .allSatisfy(target -> assertThat(target).exists());
  }
}
