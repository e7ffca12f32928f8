package dev.postern.lint.rule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rows of a table that ships beside the rules: cells parted by tabs, {@code #} for remarks. */
final class TabbedRows {
  private TabbedRows() {}

  /** All rows, the remarks left out. */
  static ImmutableList<List<String>> of(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TabbedRows.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> Splitter.on('\t').splitToList(line))
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
