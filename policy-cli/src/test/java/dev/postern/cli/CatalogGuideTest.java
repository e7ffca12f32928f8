package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.cli.MarkdownPage.Block;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The guide to the catalog shows what the commands print, to the letter. When that changes on
 * purpose, as with each refresh of the catalog, run this with {@code -Dpostern.guide=write} and
 * read the difference.
 */
class CatalogGuideTest {
  private static final MarkdownPage GUIDE = MarkdownPage.of("docs/catalog.md");

  @TestFactory
  Stream<DynamicTest> every_command_prints_what_the_guide_shows() throws IOException {
    return GUIDE.commands();
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
