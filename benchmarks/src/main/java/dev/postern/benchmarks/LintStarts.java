package dev.postern.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.common.math.Quantiles;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs {@code postern lint} in one fresh process after another, as a person does: by the launcher,
 * with its archive of class data. The medians are the figures; wall time, and the processor time of
 * all threads.
 */
final class LintStarts {
  /** What is measured. */
  static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "LintStarts.one", "LintStarts.one-cpu", "LintStarts.thousand", "LintStarts.thousand-cpu");

  private static final String COMMAND = "postern.command";
  private static final int THOUSAND = 1_000;

  /* What the shell knows of its children is the only account of processor time that is portable. */
  private static final String TIMED = "\"$@\" >/dev/null 2>&1; times";
  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private LintStarts() {}

  /**
   * Measures one small policy, and a thousand policies.
   *
   * @param collection where the thousand come from, as {@link LintedPolicies} has it
   * @return nothing where no launcher is given
   */
  static ImmutableList<Figure> measure(int processes, String collection)
      throws IOException, InterruptedException {
    String command = System.getProperty(COMMAND, "");
    if (command.isEmpty()) {
      return ImmutableList.of();
    }
    Path folder = Files.createTempDirectory("lint-starts");
    try {
      Path one = Files.writeString(folder.resolve("one.json"), LintedPolicies.SMALL);
      Path many = Files.createDirectory(folder.resolve("many"));
      int count = 0;
      for (SourceText text : LintedPolicies.spread(collection, THOUSAND)) {
        Files.writeString(many.resolve("policy" + count++ + ".json"), text.text());
      }
      return ImmutableList.<Figure>builder()
          .addAll(figures("one", processes, command, one))
          .addAll(figures("thousand", Math.max(3, processes / 3), command, many))
          .build();
    } finally {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  /* The first one may build the command and make its archive, and is not counted. */
  private static ImmutableList<Figure> figures(
      String name, int processes, String command, Path linted)
      throws IOException, InterruptedException {
    List<Double> wall = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (int i = 0; i <= processes; i++) {
      long start = System.nanoTime();
      double nanos = processorNanos(command, linted);
      if (i > 0) {
        wall.add((double) (System.nanoTime() - start));
        processor.add(nanos);
      }
    }
    return ImmutableList.of(
        new Figure("LintStarts." + name, Quantiles.median().compute(wall), 0),
        new Figure("LintStarts." + name + "-cpu", Quantiles.median().compute(processor), 0));
  }

  private static double processorNanos(String command, Path linted)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", TIMED, "sh", command, "lint", linted.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the shell that ran " + command + " failed");
    }
    // Its own time, and that of its children.
    List<String> times = LINES.splitToList(printed);
    return WORDS.splitToList(times.get(1)).stream().mapToDouble(LintStarts::nanos).sum();
  }

  /* As in `0m0.470000s`. */
  private static double nanos(String time) {
    int minutes = time.indexOf('m');
    return 1e9
        * (60 * Double.parseDouble(time.substring(0, minutes))
            + Double.parseDouble(time.substring(minutes + 1, time.indexOf('s'))));
  }
}
