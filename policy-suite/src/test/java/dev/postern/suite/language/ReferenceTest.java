package dev.postern.suite.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.postern.eval.Authorizer;
import dev.postern.eval.scenario.Scenario;
import dev.postern.eval.scenario.ScenarioResult;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceText;
import dev.postern.suite.SuiteReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page that tells of the language keeps its word. */
final class ReferenceTest {
  private static final Path SUITE = Path.of("src/test/resources/suite");
  private static final String PAGE = page();

  private static String page() {
    try {
      return Files.readString(Path.of("../docs/policytest.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    for (String part : Splitter.on("\n```" + language + "\n").split(PAGE)) {
      blocks.add(part.substring(0, Math.max(0, part.indexOf("\n```") + 1)));
    }
    return blocks.subList(1, blocks.size());
  }

  private static ImmutableList<Scenario> read(String name, String text) {
    SourceFile file = new SourceFile(SourceText.of(name, text), ImmutableList.of());
    return SuiteReader.strict().read(file, SUITE);
  }

  @TestFactory
  Stream<DynamicTest> every_block_comes_out_as_it_says() {
    List<String> blocks = blocks("policytest");
    // The first is a file of its own; what it declares, the others use.
    String first = blocks.get(0);
    String rest =
        first.substring(0, first.indexOf("test \""))
            + String.join("\n", blocks.subList(1, blocks.size()));
    return Stream.of(first, rest)
        .flatMap(text -> read("page.policytest", text).stream())
        .map(
            scenario ->
                dynamicTest(
                    scenario.name(),
                    () -> {
                      ScenarioResult result = scenario.run(Authorizer.standard());
                      assertThat(result.problems()).isEmpty();
                      assertThat(result.differences()).isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> every_block_is_laid_out() {
    return blocks("policytest").stream()
        .map(
            block ->
                dynamicTest(
                    block,
                    () ->
                        assertThat(PolicyTestFormatter.format(SourceText.of("x", block)).text())
                            .isEqualTo(block)));
  }

  /** Every word of the grammar is used in some block. */
  @TestFactory
  Stream<DynamicTest> every_construct_is_shown() {
    String blocks = String.join("\n", blocks("policytest"));
    return IntStream.rangeClosed(1, PolicyTestLexer.VOCABULARY.getMaxTokenType())
        .mapToObj(PolicyTestLexer.VOCABULARY::getLiteralName)
        .filter(literal -> literal != null)
        .map(literal -> literal.substring(1, literal.length() - 1))
        .map(word -> dynamicTest(word, () -> assertThat(blocks).containsPattern(shown(word))));
  }

  private static String shown(String word) {
    return Character.isLetter(word.charAt(0)) ? "\\b" + word + "\\b" : "\\Q" + word + "\\E";
  }

  @Test
  void the_mistake_is_told_as_shown() {
    String text =
        """
        test "x"
          allow alice s3:GetObject on reports/alice/a wen aws:SecureTransport = true
        """;

    assertThat(read("reports.policytest", text))
        .flatExtracting(Scenario::problems)
        .extracting(Problem::render)
        .containsExactly(blocks("text").get(0));
  }

  @Test
  void the_limits_are_those_of_the_reader() {
    assertThat(PAGE)
        .contains(String.format(Locale.ROOT, "%,d characters", ReadLimits.POLICY.characters()))
        .contains(String.format(Locale.ROOT, "%,d tests", Cases.MOST));
  }
}
