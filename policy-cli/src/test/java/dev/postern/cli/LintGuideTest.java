package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.postern.cli.MarkdownPage.Block;
import dev.postern.lint.Linter;
import dev.postern.lint.config.Configuration;
import dev.postern.lint.config.ConfigurationException;
import dev.postern.lint.rule.Background;
import dev.postern.model.json.JsonReading;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The guide to linting shows what the commands print, to the letter, and configurations that can be
 * read. When that changes on purpose, run this with {@code -Dpostern.guide=write} and read the
 * difference.
 */
class LintGuideTest {
  private static final MarkdownPage GUIDE = MarkdownPage.of("docs/linting.md");

  @TestFactory
  Stream<DynamicTest> every_command_prints_what_the_guide_shows() throws IOException {
    return GUIDE.commands();
  }

  @TestFactory
  Stream<DynamicTest> every_configuration_can_be_read_and_names_rules_that_exist() {
    return Stream.concat(GUIDE.blocks("yaml"), GUIDE.blocks("json"))
        .map(block -> DynamicTest.dynamicTest(block.text(), () -> assertReadable(block)));
  }

  private static void assertReadable(Block block) throws ConfigurationException {
    JsonReading reading = YamlText.read(SourceText.of("guide", block.text()));
    assertThat(reading.problems()).isEmpty();
    Configuration configuration = Configuration.read(reading.value().orElseThrow());
    Linter linter = configuration.linter("a.json", Background.standard());

    assertThat(
            linter
                .lint(
                    configuration.source(),
                    "guide",
                    findings ->
                        configuration.review(
                            linter,
                            LocalDate.of(2026, 11, 21),
                            ImmutableSet.of(),
                            paths -> false,
                            findings))
                .findings())
        .isEmpty();
  }

  @Test
  void all_code_is_compiled_and_run_among_the_examples() throws IOException {
    List<String> compiled = ExampleCode.regions();

    assertThat(GUIDE.blocks("java").map(Block::text)).isNotEmpty().allMatch(compiled::contains);
  }

  @Test
  void every_link_leads_somewhere() {
    assertThat(GUIDE.links()).isNotEmpty().allSatisfy(target -> assertThat(target).exists());
  }
}
