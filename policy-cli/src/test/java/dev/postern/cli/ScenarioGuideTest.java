package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The guide to scenarios shows what the command prints, to the letter, and policies as the examples
 * have them. When what is printed changes on purpose, run this with {@code -Dpostern.guide=write}
 * and read the difference.
 */
class ScenarioGuideTest {
  private static final MarkdownPage GUIDE = MarkdownPage.of("docs/scenarios.md");

  @TestFactory
  Stream<DynamicTest> every_command_prints_what_the_guide_shows() throws IOException {
    return GUIDE.commands();
  }

  @TestFactory
  Stream<DynamicTest> every_policy_is_cut_from_an_example() throws IOException {
    List<List<String>> examples;
    try (Stream<Path> files = Files.walk(MarkdownPage.ROOT.resolve("examples"))) {
      examples =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .map(file -> lines(MarkdownPage.read(file)))
              .toList();
    }
    return GUIDE
        .blocks("json")
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.text(),
                    () ->
                        assertThat(examples).anyMatch(lines -> isIn(lines, lines(block.text())))));
  }

  private static boolean isIn(List<String> lines, List<String> excerpt) {
    return Collections.indexOfSubList(lines, excerpt) >= 0;
  }

  /* Without what depends on the lines around: indentation, and the comma behind the last. */
  private static List<String> lines(String json) {
    return json.lines().map(line -> CharMatcher.is(',').trimTrailingFrom(line.strip())).toList();
  }

  @Test
  void every_link_leads_somewhere() {
    assertThat(GUIDE.links()).isNotEmpty().allSatisfy(target -> assertThat(target).exists());
  }

  @Test
  void it_names_every_file_of_scenarios() throws IOException {
    try (Stream<Path> files = Files.list(MarkdownPage.ROOT.resolve("examples/scenarios"))) {
      assertThat(files.map(file -> "examples/scenarios/" + file.getFileName()))
          .isNotEmpty()
          .allMatch(GUIDE.text()::contains);
    }
  }
}
