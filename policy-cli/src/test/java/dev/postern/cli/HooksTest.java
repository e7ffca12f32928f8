package dev.postern.cli;

import static dev.postern.cli.Ran.postern;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The hooks are run as pre-commit runs them: the entry's words, then the files that changed. */
class HooksTest {
  private static final Path HOOKS = Path.of("../.pre-commit-hooks.yaml");
  private static final String ENTRY = "  entry: ";

  @TempDir Path folder;

  private static List<String> entries() throws IOException {
    try (Stream<String> lines = Files.lines(HOOKS)) {
      return lines
          .filter(line -> line.startsWith(ENTRY))
          .map(line -> line.substring(ENTRY.length()))
          .toList();
    }
  }

  private Ran run(String entry, String file) {
    List<String> words = new ArrayList<>(Splitter.on(' ').splitToList(entry));
    words.remove(0);
    words.add(file);
    return postern(folder, words.toArray(String[]::new));
  }

  @TestFactory
  Stream<DynamicTest> every_entry_begins_with_the_launcher_and_takes_files() throws IOException {
    return entries().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry,
                    () -> {
                      assertThat(entry).startsWith("postern ");
                      assertThat(Path.of("../postern")).isExecutable();
                      assertThat(run(entry, "missing.json").code()).isEqualTo(ExitCode.UNREADABLE);
                    }));
  }

  @Test
  void linting_fails_a_commit_with_a_mistake() throws IOException {
    Files.writeString(
        folder.resolve("bad.json"),
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Actions\": \"*\"}}");

    assertThat(run(entries().get(0), "bad.json").code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void laying_out_changes_the_file_which_pre_commit_sees() throws IOException {
    Path policy = folder.resolve("policy.json");
    Files.writeString(policy, "{\"Version\": \"2012-10-17\", \"Statement\": []}");

    assertThat(run(entries().get(1), "policy.json").code()).isZero();
    assertThat(Files.readString(policy)).hasLineCount(4);
  }
}
