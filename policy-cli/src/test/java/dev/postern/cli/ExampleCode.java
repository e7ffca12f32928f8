package dev.postern.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The code that pages show, where the examples compile and run it. */
final class ExampleCode {
  private ExampleCode() {}

  /** What stands between {@code // README: name} and {@code // README: end}, moved to the left. */
  static List<String> regions() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(MarkdownPage.ROOT.resolve("examples"))) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/target/"))
              .toList();
    }
    List<String> regions = new ArrayList<>();
    sources.forEach(source -> regions.addAll(regions(MarkdownPage.read(source))));
    return regions;
  }

  private static List<String> regions(String source) {
    List<String> regions = new ArrayList<>();
    StringBuilder open = null;
    int indent = 0;
    for (String line : source.lines().toList()) {
      if (line.strip().equals("// README: end")) {
        // Between members the formatter puts an empty line, also before the end.
        regions.add(String.valueOf(open).stripTrailing() + "\n");
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
}
