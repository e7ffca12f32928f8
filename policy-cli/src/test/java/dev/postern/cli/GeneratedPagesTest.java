package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.Iterables;
import dev.postern.eval.Authorizer;
import dev.postern.eval.Decision;
import dev.postern.eval.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The pages and drawings that are made from the code are as the code says. When that changes on
 * purpose, run this with {@code -Dpostern.guide=write} and read the difference.
 */
class GeneratedPagesTest {
  private static final Path DOCS = MarkdownPage.ROOT.resolve("docs");

  @Test
  void the_reference_of_the_command_is_what_help_says() throws IOException {
    assertIs("cli.md", CliReference.page());
  }

  @TestFactory
  Stream<DynamicTest> every_example_of_the_help_can_be_parsed() {
    return CliReference.subcommands(PosternCommand.spec()).stream()
        .flatMap(
            command ->
                CliReference.examples(command).stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                example, () -> assertParsed(command, example))));
  }

  /* Of a pipeline, the part that calls postern; without where its output goes. */
  private static void assertParsed(CommandSpec command, String example) {
    String call = Iterables.getLast(Splitter.on(" | ").split(example));
    String prefix = "postern " + command.name();
    assertThat(call).startsWith(prefix);
    String arguments = Splitter.on(" > ").split(call.substring(prefix.length())).iterator().next();
    List<String> words = Splitter.on(' ').omitEmptyStrings().splitToList(arguments);

    assertThat(new CommandLine(command).parseArgs(words.toArray(String[]::new)).errors()).isEmpty();
  }

  @Test
  void the_flow_of_all_decisions_is_drawn() throws IOException {
    assertIs("images/decision-flow.svg", DecisionFlow.drawn());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          DRAWING              | SCENARIOS               | INDEX | TITLE
          decision-allowed     | management-account      | 0     | Alice starts an instance in Frankfurt: allowed
          decision-denied      | management-account      | 1     | Alice starts an instance in Virginia: explicit deny
          decision-not-allowed | delegated-administrator | 5     | An app's role makes a user: implicit deny
          """)
  void a_decision_is_drawn_from_what_it_says(
      String drawing, String scenarios, int index, String title) throws IOException {
    Path file = MarkdownPage.ROOT.resolve("examples/scenarios").resolve(scenarios + ".json");
    Decision decision =
        ScenarioReader.strict()
            .read(file)
            .get(index)
            .run(Authorizer.standard())
            .decision()
            .orElseThrow();

    assertIs("images/" + drawing + ".svg", DecisionFlow.of(title, decision));
  }

  private static void assertIs(String page, String expected) throws IOException {
    Path file = DOCS.resolve(page);
    if ("write".equals(System.getProperty("postern.guide"))) {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, expected);
      return;
    }
    assertThat(MarkdownPage.read(file)).isEqualTo(expected);
  }
}
