package dev.postern.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.math.Quantiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs {@link ColdCatalog} in one fresh process after another; the medians are the figures. */
final class ColdStarts {
  /** What is measured. */
  static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "ColdCatalog.open",
          "ColdCatalog.s3",
          "ColdCatalog.open-and-s3",
          "ColdCatalog.ec2",
          "ColdCatalog.open-and-ec2",
          "ColdCatalog.next",
          "ColdCatalog.all",
          "ColdCatalog.heap-open",
          "ColdCatalog.heap-all");

  private static final Splitter WORDS = Splitter.on(' ');
  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();

  private ColdStarts() {}

  static ImmutableList<Figure> measure(int processes) throws IOException, InterruptedException {
    ListMultimap<String, Long> all = MultimapBuilder.linkedHashKeys().arrayListValues().build();
    for (int i = 0; i < processes; i++) {
      for (String asked : List.of("s3", "ec2", "next", "all", "heap")) {
        for (String line : LINES.split(run(asked))) {
          List<String> words = WORDS.splitToList(line);
          all.put(words.get(0), Long.parseLong(words.get(1)));
        }
      }
    }
    ImmutableList.Builder<Figure> figures = ImmutableList.builder();
    for (String name : all.keySet()) {
      double median = Quantiles.median().compute(all.get(name));
      boolean isTime = !name.startsWith("heap");
      figures.add(new Figure("ColdCatalog." + name, isTime ? median : 0, isTime ? 0 : median));
    }
    return figures.build();
  }

  /*
   * The library as it is shipped, before the jar of the benchmarks: in that one, which is large,
   * looking for the file is what would be measured.
   */
  private static String classPath() {
    String own = System.getProperty("java.class.path");
    String library = System.getProperty("postern.library", "");
    return library.isEmpty() ? own : library + File.pathSeparator + own;
  }

  private static String run(String asked) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                ColdCatalog.class.getName(),
                asked)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the process that asked for " + asked + " failed");
    }
    return printed;
  }
}
