package dev.postern.catalog.generator;

import com.google.common.base.Splitter;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.collect.Table;
import java.util.List;

/**
 * The hand-kept table of condition keys whose type the source has wrong. A row that changes nothing
 * any more is refused, so that none outlives its reason.
 */
final class KeyCorrections {
  /** Its file, beside the generator. */
  static final String FILE = "corrections.tsv";

  // service, key, type, source, date
  private static final int COLUMNS = 5;
  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
  private static final Splitter CELLS = Splitter.on('\t');

  // By service and key.
  private final Table<String, String, KeyType> rows;

  private KeyCorrections(Table<String, String, KeyType> rows) {
    this.rows = rows;
  }

  static KeyCorrections parse(String text) {
    Table<String, String, KeyType> rows = HashBasedTable.create();
    for (String line : LINES.split(text)) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> cells = CELLS.splitToList(line);
      if (cells.size() != COLUMNS) {
        throw new RefusedException(
            FILE + ": `" + line + "`: " + cells.size() + " cells; expected " + COLUMNS);
      }
      String type = cells.get(2);
      KeyType known =
          KeyType.parse(type)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          FILE + ": type `" + type + "`; expected " + KeyType.EXPECTED));
      if (rows.put(cells.get(0), cells.get(1), known) != null) {
        throw new RefusedException(FILE + ": `" + cells.get(1) + "` twice; expected once");
      }
    }
    return new KeyCorrections(rows);
  }

  /** A catalog in which these keys have these types. */
  CatalogFacts apply(CatalogFacts catalog, Multiset<Correction> corrections) {
    Table<String, String, KeyType> left = HashBasedTable.create(rows);
    ImmutableList<ServiceFacts> services =
        catalog.services().stream()
            .map(service -> service.withKeys(keys(service, left)))
            .collect(ImmutableList.toImmutableList());
    if (!left.isEmpty()) {
      throw RefusedException.all(
          left.cellSet().stream()
              .map(cell -> FILE + ": `" + cell.getColumnKey() + "` of `" + cell.getRowKey() + "`")
              .map(row -> row + " changes nothing; expected a key of another type")
              .sorted()
              .collect(ImmutableList.toImmutableList()));
    }
    corrections.add(Correction.KEY_TYPE, rows.size());
    return new CatalogFacts(catalog.source(), catalog.date(), services);
  }

  private static ImmutableList<KeyFact> keys(
      ServiceFacts service, Table<String, String, KeyType> left) {
    ImmutableList.Builder<KeyFact> keys = ImmutableList.builder();
    for (KeyFact key : service.keys()) {
      KeyType type = left.get(service.prefix(), key.name());
      if (type == null || type.equals(key.type())) {
        keys.add(key);
      } else {
        left.remove(service.prefix(), key.name());
        keys.add(new KeyFact(key.name(), type));
      }
    }
    return keys.build();
  }
}
