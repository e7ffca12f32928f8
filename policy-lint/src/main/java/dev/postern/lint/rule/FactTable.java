package dev.postern.lint.rule;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table of facts in a file beside the pages of the rules: a row a line, cells parted by tabs.
 * Lines that start with {@code #} are for people.
 */
final class FactTable {
  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
  private static final Splitter CELLS = Splitter.on('\t');

  private FactTable() {}

  /**
   * The rows of a table.
   *
   * @throws IllegalStateException if a row has another number of cells
   */
  static ImmutableList<ImmutableList<String>> read(String file, int columns) {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (String line : LINES.split(text(file))) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> cells = CELLS.splitToList(line);
      if (cells.size() != columns) {
        throw new IllegalStateException(
            file + ": " + cells.size() + " cells, not " + columns + ": " + line);
      }
      rows.add(ImmutableList.copyOf(cells));
    }
    return rows.build();
  }

  private static String text(String file) {
    try {
      return Resources.toString(
          Resources.getResource(FactTable.class, file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
