package dev.postern.catalog;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A table of facts in a file beside this class: a row a line, cells parted by tabs. Lines that
 * start with {@code #} are for people.
 */
final class Table {
  private static final Splitter LINES = Splitter.on('\n');
  private static final Splitter CELLS = Splitter.on('\t');

  private Table() {}

  /**
   * The rows of a table.
   *
   * @throws CatalogException if there is no such file, or a row has another number of cells
   */
  static ImmutableList<ImmutableList<String>> read(String file, int columns) {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    int line = 0;
    for (String row : LINES.split(BundledFile.text(file))) {
      line++;
      if (row.isEmpty() || row.startsWith("#")) {
        continue;
      }
      List<String> cells = CELLS.splitToList(row);
      if (cells.size() != columns) {
        throw new CatalogException(
            file + ":" + line + ": " + cells.size() + " cells; expected " + columns);
      }
      rows.add(ImmutableList.copyOf(cells));
    }
    return rows.build();
  }
}
