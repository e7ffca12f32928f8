package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import dev.postern.cli.MarkdownPage.Block;
import dev.postern.eval.Unspecified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The guides show what commands print, to the letter, code that is compiled and run, and files as
 * the examples have them. When what is printed changes on purpose, run this with {@code
 * -Dpostern.guide=write} and read the difference.
 */
class GuidePagesTest {
  private static final ImmutableList<MarkdownPage> PAGES =
      Stream.of(
              "docs/README.md",
              "docs/decision.md",
              "docs/embedding.md",
              "docs/formats.md",
              "docs/getting-started.md",
              "docs/performance.md",
              "docs/testing.md",
              "docs/unspecified.md")
          .map(MarkdownPage::of)
          .collect(ImmutableList.toImmutableList());

  /** What a block may be: each kind is checked by a test of this class. */
  private static final ImmutableList<String> LANGUAGES =
      ImmutableList.of("sh", "java", "json", "policytest", "xml");

  @TestFactory
  Stream<DynamicTest> every_command_prints_what_the_page_shows() throws IOException {
    Stream.Builder<DynamicTest> tests = Stream.builder();
    for (MarkdownPage page : PAGES) {
      page.commands().forEach(tests);
    }
    return tests.build();
  }

  @Test
  void all_code_is_compiled_and_run_among_the_examples() throws IOException {
    List<String> compiled = ExampleCode.regions();

    assertThat(blocks("java").map(Block::text)).isNotEmpty().allMatch(compiled::contains);
  }

  /** The examples keep what a failing test says, and compare it with what it says. */
  @Test
  void what_a_test_says_when_it_fails_is_what_it_says() {
    String failure =
        MarkdownPage.read(MarkdownPage.ROOT.resolve("examples/start/first/failure.txt"));

    assertThat(blocks("java").map(Block::output).filter(output -> !output.isEmpty()))
        .containsExactly(failure);
  }

  /** Of files in JSON and XML, and of tests. */
  @TestFactory
  Stream<DynamicTest> every_excerpt_is_cut_from_a_file() throws IOException {
    List<List<String>> files;
    try (Stream<Path> found = Files.walk(MarkdownPage.ROOT.resolve("examples"))) {
      files =
          Stream.concat(found, Stream.of(MarkdownPage.ROOT.resolve(".pre-commit-hooks.yaml")))
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().contains("/target/") && isText(file.toString()))
              .map(file -> lines(MarkdownPage.read(file)))
              .toList();
    }
    return Stream.of("json", "policytest", "xml")
        .flatMap(GuidePagesTest::blocks)
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.text(),
                    () -> assertThat(files).anyMatch(file -> isIn(file, lines(block.text())))));
  }

  private static boolean isText(String file) {
    return LANGUAGES.stream().anyMatch(language -> file.endsWith("." + language));
  }

  private static boolean isIn(List<String> lines, List<String> excerpt) {
    return Collections.indexOfSubList(lines, excerpt) >= 0;
  }

  /* Without what depends on the lines around: indentation, and the comma behind the last. */
  private static List<String> lines(String text) {
    return text.lines().map(line -> CharMatcher.is(',').trimTrailingFrom(line.strip())).toList();
  }

  @Test
  void no_block_goes_unchecked() {
    assertThat(PAGES.stream().flatMap(page -> page.blocks().stream()).map(Block::language))
        .isNotEmpty()
        .isSubsetOf(LANGUAGES);
  }

  @Test
  void every_link_leads_somewhere() {
    assertThat(PAGES)
        .allSatisfy(
            page ->
                assertThat(page.links())
                    .isNotEmpty()
                    .allSatisfy(target -> assertThat(withoutSection(target)).exists()));
  }

  private static Path withoutSection(Path target) {
    String name = target.getFileName().toString();
    int section = name.indexOf('#');
    return section < 0 ? target : target.resolveSibling(name.substring(0, section));
  }

  @Test
  void every_point_that_aws_leaves_open_is_told_once_and_in_its_own_words() {
    String page = MarkdownPage.of("docs/unspecified.md").text();

    assertThat(page.lines().filter(line -> line.startsWith("| U")).map(GuidePagesTest::idAndPoint))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Unspecified.values())
                .map(point -> "| " + point + " | " + point.point() + " |")
                .toList());
  }

  private static String idAndPoint(String row) {
    int end = row.indexOf(" |", row.indexOf(" |") + 2);
    return row.substring(0, end + 2);
  }

  private static Stream<Block> blocks(String language) {
    return PAGES.stream().flatMap(page -> page.blocks(language));
  }
}
