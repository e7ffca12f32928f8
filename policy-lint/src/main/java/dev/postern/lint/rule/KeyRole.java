package dev.postern.lint.rule;

import com.google.common.collect.ImmutableListMultimap;
import dev.postern.model.Glob;
import java.util.List;
import java.util.Locale;

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
  ABSENT_WHEN_WEAK,
  /** A header without which a request is what the author means to deny. */
  REQUIRED_HEADER;

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
    for (List<String> row : FactTable.read("condition-key-roles.tsv", 4)) {
      keys.put(row.get(0), Glob.of(row.get(1).toLowerCase(Locale.ROOT)));
    }
    return keys.build();
  }
}
