package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import dev.postern.model.json.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The README keeps its word: commands are run, code is compiled, numbers and links are true. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<Block> BLOCKS = blocks();

  /** A code block: its language, its text, and the text block behind it, if there is one. */
  private record Block(String language, String text, String output) {}

  private static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Block open = null;
    for (String line : readme().lines().toList()) {
      if (open == null && line.startsWith("```")) {
        open = new Block(line.substring(3), "", "");
      } else if (open != null && line.equals("```")) {
        int last = blocks.size() - 1;
        if (open.language.equals("text")) {
          blocks.set(last, new Block(blocks.get(last).language, blocks.get(last).text, open.text));
        } else {
          blocks.add(open);
        }
        open = null;
      } else if (open != null) {
        open = new Block(open.language, open.text + line + "\n", "");
      }
    }
    return List.copyOf(blocks);
  }

  private static String readme() {
    return read(ROOT.resolve("README.md"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Block> blocks(String language) {
    return BLOCKS.stream().filter(block -> block.language.equals(language));
  }

  @TestFactory
  Stream<DynamicTest> every_command_exits_as_the_readme_says() {
    return blocks("sh")
        .filter(block -> !block.text.startsWith("#!"))
        .flatMap(block -> block.text.lines().map(line -> command(block, line)));
  }

  private static DynamicTest command(Block block, String line) {
    return DynamicTest.dynamicTest(
        line,
        () -> {
          // This very test is a part of it.
          if (!line.equals("./mvnw verify")) {
            run(block, line);
          }
        });
  }

  private static void run(Block block, String line) throws IOException {
    List<String> comment = Splitter.on(" # exits with ").splitToList(line);
    List<String> input = Splitter.on(" < ").splitToList(comment.get(0));
    String command =
        input
            .get(0)
            .replace("java -jar policy-cli/target/postern.jar ", "./postern ")
            .replace("./postern ", "");
    assertThat(input.get(0)).isNotEqualTo(command);

    Ran ran =
        Ran.posternReading(
            input.size() == 1 ? "" : Files.readString(ROOT.resolve(input.get(1))),
            ROOT,
            command.split(" ", -1));

    assertThat(ran.code())
        .as(ran.out() + ran.err())
        .isEqualTo(comment.size() == 1 ? 0 : Integer.parseInt(comment.get(1)));
    if (!block.output.isEmpty()) {
      assertThat(ran.out().replace(ROOT + "/", "").lines().map(String::strip))
          .containsSubsequence(block.output.lines().map(String::strip).toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> every_script_is_an_example() {
    return blocks("sh")
        .filter(block -> block.text.startsWith("#!"))
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.text,
                    () ->
                        assertThat(read(ROOT.resolve("examples/hooks/pre-commit")))
                            .isEqualTo(block.text)));
  }

  @Test
  void all_code_is_compiled_and_run_among_the_examples() throws IOException {
    List<String> compiled = new ArrayList<>();
    List<Path> sources;
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples/src"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    sources.forEach(source -> compiled.addAll(regions(read(source))));

    assertThat(blocks("java").map(Block::text)).isNotEmpty().allMatch(compiled::contains);
  }

  /* What stands between `// README: name` and `// README: end`, moved to the left. */
  private static List<String> regions(String source) {
    List<String> regions = new ArrayList<>();
    StringBuilder open = null;
    int indent = 0;
    for (String line : source.lines().toList()) {
      if (line.strip().equals("// README: end")) {
        regions.add(String.valueOf(open));
        open = null;
      } else if (line.strip().startsWith("// README: ")) {
        open = new StringBuilder();
        indent = line.indexOf('/');
      } else if (open != null) {
        open.append(line.isBlank() ? "" : line.substring(indent)).append('\n');
      }
    }
    return regions;
  }

  @Test
  void the_limits_are_those_of_the_reader() {
    ReadLimits policy = ReadLimits.POLICY;
    ReadLimits scenarios = ReadLimits.SCENARIOS;

    assertThat(readme().lines())
        .contains(
            row("characters", policy.characters(), scenarios.characters(), "limit-size"),
            row("nesting", policy.depth(), scenarios.depth(), "limit-depth"),
            row(
                "characters of a string",
                policy.stringLength(),
                scenarios.stringLength(),
                "limit-string"),
            row("values", policy.values(), scenarios.values(), "limit-elements"));
    assertThat(readme()).contains(String.format(Locale.ROOT, "%,d bytes", Lines.LONGEST));
  }

  private static String row(String limit, int policy, int scenarios, String code) {
    return String.format(Locale.ROOT, "| %s | %,d | %,d | `%s` |", limit, policy, scenarios, code);
  }

  @Test
  void every_link_leads_somewhere() {
    List<String> targets =
        Splitter.on("](").splitToStream(readme()).skip(1).map(ReadmeTest::target).toList();

    assertThat(targets)
        .isNotEmpty()
        .allSatisfy(target -> assertThat(ROOT.resolve(target)).exists());
  }

  private static String target(String rest) {
    return rest.substring(0, rest.indexOf(')'));
  }
}
