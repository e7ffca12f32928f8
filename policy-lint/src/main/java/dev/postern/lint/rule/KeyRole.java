package dev.postern.lint.rule;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.postern.model.Glob;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a condition key is for, where rules have to know; a table of AWS's pages. */
enum KeyRole {
  /** Says who asks, or from where. */
  CALLER,
  /** Says through which network a request came; a service that calls for somebody has another. */
  NETWORK,
  /** Says to which organization the caller belongs; services belong to none. */
  ORGANIZATION,
  /** Holds several values, all of which the caller picks. */
  CALLERS_LIST,
  /** Holds several values; where there is none, nothing is asked for that could do harm. */
  HARMLESS_WHEN_ABSENT,
  /** Names one account, organization or network, and so takes no wildcard. */
  EXACT,
  /** Takes a wildcard behind a part that tells one organization from another. */
  PREFIX,
  /** Absent in the very requests that a {@code Deny} is meant for. */
  ABSENT_WHEN_WEAK;

  /** Whether a test is of such a key. */
  boolean isOf(KeyUse use) {
    return Table.KEYS.get(word()).stream().anyMatch(key -> key.matches(use.foldedKey()));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The keys of each role, read when a rule first asks. */
  private static final class Table {
    static final ImmutableListMultimap<String, Glob> KEYS = read();

    private Table() {}
  }

  private static ImmutableListMultimap<String, Glob> read() {
    ImmutableListMultimap.Builder<String, Glob> keys = ImmutableListMultimap.builder();
    for (String line : lines()) {
      List<String> cells = Splitter.on('\t').splitToList(line);
      keys.put(cells.get(0), Glob.of(cells.get(1).toLowerCase(Locale.ROOT)));
    }
    return keys.build();
  }

  private static ImmutableList<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    KeyRole.class.getResourceAsStream("condition-key-roles.tsv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException("reading condition-key-roles.tsv", e);
    }
  }
}
