package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A page for people, whose blocks and links tests can check. */
record MarkdownPage(Path file, String text, List<Block> blocks) {
  /** Where the commands of all pages are run. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** A code block: its language, its text, and the text block behind it, if there is one. */
  record Block(String language, String text, String output) {
    private Block with(String line) {
      return new Block(language, text + line + "\n", output);
    }

    private Block printing(String what) {
      return new Block(language, text, what);
    }

    boolean isScript() {
      return text.startsWith("#!");
    }

    /** What it prints, of a block with one command. */
    String printed() {
      return Command.of(text.strip()).run();
    }
  }

  /** A line of a shell block: what is run, what it reads, and how it has to exit. */
  record Command(String line, String postern, String input, int code) {
    static Command of(String line) {
      List<String> comment = Splitter.on(" # exits with ").splitToList(line);
      List<String> input = Splitter.on(" < ").splitToList(comment.get(0));
      String postern =
          input
              .get(0)
              .replace("java -jar policy-cli/target/postern.jar ", "./postern ")
              .replace("./postern ", "");
      assertThat(postern).as("a call of postern").isNotEqualTo(input.get(0));
      return new Command(
          line,
          postern,
          input.size() == 1 ? "" : read(ROOT.resolve(input.get(1))),
          comment.size() == 1 ? 0 : Integer.parseInt(comment.get(1)));
    }

    /** What one sees who calls it in the root: the result, the talk behind it, and paths. */
    String run() {
      Ran ran = Ran.posternReading(input, ROOT, words(postern));
      assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(code);
      return (ran.out() + ran.err()).replace(ROOT + "/", "");
    }

    /* As a shell reads it: what stands between single quotes is one word. */
    private static String[] words(String command) {
      List<String> words = new ArrayList<>();
      StringBuilder word = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < command.length(); i++) {
        char c = command.charAt(i);
        if (c == '\'') {
          quoted = !quoted;
        } else if (c == ' ' && !quoted) {
          words.add(word.toString());
          word.setLength(0);
        } else {
          word.append(c);
        }
      }
      words.add(word.toString());
      return words.toArray(String[]::new);
    }
  }

  /** The page of that path below the root. */
  static MarkdownPage of(String path) {
    Path file = ROOT.resolve(path);
    String text = read(file);
    return new MarkdownPage(file, text, blocksOf(text));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Block> blocksOf(String text) {
    List<Block> blocks = new ArrayList<>();
    Block open = null;
    for (String line : text.lines().toList()) {
      if (open == null && line.startsWith("```")) {
        open = new Block(line.substring(3), "", "");
      } else if (open != null && line.equals("```")) {
        int last = blocks.size() - 1;
        if (open.language.equals("text")) {
          blocks.set(last, blocks.get(last).printing(open.text));
        } else {
          blocks.add(open);
        }
        open = null;
      } else if (open != null) {
        open = open.with(line);
      }
    }
    return List.copyOf(blocks);
  }

  /** The page with what its commands print now. */
  private String withOutputs() {
    String current = text;
    for (Block block : blocks("sh").toList()) {
      String command = "```sh\n" + block.text() + "```\n\n```text\n";
      current = current.replace(command + block.output(), command + block.printed());
    }
    return current;
  }

  /**
   * A test for each command: it prints what the page shows, to the letter; of one that the page
   * shows nothing of, it exits as the page says. With {@code -Dpostern.guide=write} the page is
   * written anew instead, which is right where what is printed has changed on purpose.
   */
  Stream<DynamicTest> commands() throws IOException {
    if ("write".equals(System.getProperty("postern.guide"))) {
      Files.writeString(file, withOutputs());
      return Stream.empty();
    }
    return blocks("sh")
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.text().strip(),
                    () -> {
                      String printed = block.printed();
                      assertThat(block.output().isEmpty() ? "" : printed).isEqualTo(block.output());
                    }));
  }

  Stream<Block> blocks(String language) {
    return blocks.stream().filter(block -> block.language.equals(language));
  }

  /** Where its links lead; those to other sites and to its own sections aside. */
  Stream<Path> links() {
    return Splitter.on("](")
        .splitToStream(text)
        .skip(1)
        .map(rest -> rest.substring(0, rest.indexOf(')')))
        .filter(target -> !target.startsWith("https://") && !target.startsWith("#"))
        .map(file.resolveSibling(".")::resolve);
  }
}
