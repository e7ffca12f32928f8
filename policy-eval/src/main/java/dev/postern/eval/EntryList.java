package dev.postern.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries that stand at one place of an index. Where many of them want one key to equal a text
 * each, the request's value finds those that can match, and the others are not looked at.
 */
final class EntryList {
  private static final EntryList EMPTY = new EntryList("", new IndexEntry[0], new EqualityTable[0]);

  /** Below so many entries looking at each is faster than looking up. */
  private static final int WORTH_A_TABLE = 6;

  private final String prefix;
  private final boolean isEmpty;
  private final IndexEntry[] entries;
  private final EqualityTable[] tables;

  /** Entries by the text that one key has to equal. */
  private record EqualityTable(ContextKey key, Map<String, IndexEntry[]> byText) {
    static EqualityTable of(ContextKey key, List<IndexEntry> entries) {
      Map<String, List<IndexEntry>> lists = new HashMap<>();
      for (IndexEntry entry : entries) {
        for (ConditionTest condition : entry.statement().conditions()) {
          if (condition.key().folded().equals(key.folded())) {
            condition
                .requiredTexts()
                .forEach(text -> lists.computeIfAbsent(text, t -> new ArrayList<>()).add(entry));
          }
        }
      }
      Map<String, IndexEntry[]> byText = new HashMap<>();
      lists.forEach((text, list) -> byText.put(text, list.toArray(new IndexEntry[0])));
      return new EqualityTable(key, byText);
    }
  }

  private EntryList(String prefix, IndexEntry[] entries, EqualityTable[] tables) {
    this.prefix = prefix;
    this.isEmpty = entries.length == 0 && tables.length == 0;
    this.entries = entries;
    this.tables = tables;
  }

  /**
   * The entries of one place.
   *
   * @param prefix the text that every ARN that may match begins with
   */
  static EntryList of(String prefix, List<IndexEntry> all) {
    if (all.isEmpty()) {
      return EMPTY;
    }
    Map<String, List<IndexEntry>> byKey = new HashMap<>();
    Map<String, ContextKey> keys = new HashMap<>();
    List<IndexEntry> others = new ArrayList<>();
    for (IndexEntry entry : all) {
      ContextKey key = equalityKey(entry);
      if (key == null) {
        others.add(entry);
      } else {
        keys.put(key.folded(), key);
        byKey.computeIfAbsent(key.folded(), k -> new ArrayList<>()).add(entry);
      }
    }
    List<EqualityTable> tables = new ArrayList<>();
    for (Map.Entry<String, List<IndexEntry>> group : byKey.entrySet()) {
      ContextKey key = keys.get(group.getKey());
      if (key == null || group.getValue().size() < WORTH_A_TABLE) {
        others.addAll(group.getValue());
      } else {
        tables.add(EqualityTable.of(key, group.getValue()));
      }
    }
    return new EntryList(
        prefix, others.toArray(new IndexEntry[0]), tables.toArray(new EqualityTable[0]));
  }

  /* The first key of which the statement wants one of a few texts. */
  private static @Nullable ContextKey equalityKey(IndexEntry entry) {
    for (ConditionTest condition : entry.statement().conditions()) {
      if (!condition.requiredTexts().isEmpty()) {
        return condition.key();
      }
    }
    return null;
  }

  private boolean beginsAlike(String arn) {
    return prefix.isEmpty() || arn.startsWith(prefix);
  }

  /** Whether one of them matches an ARN, which may begin otherwise than they do. */
  boolean anyMatches(String arn, PreparedRequest request, PolicySet set, RequestContext context) {
    if (isEmpty || !beginsAlike(arn)) {
      return false;
    }
    if (anyMatches(entries, arn, request, set, context)) {
      return true;
    }
    for (EqualityTable table : tables) {
      ContextKeyState state = context.state(table.key);
      if (state.isUnknown()) {
        for (IndexEntry[] some : table.byText.values()) {
          if (anyMatches(some, arn, request, set, context)) {
            return true;
          }
        }
      }
      for (int i = 0; i < state.values().size(); i++) {
        IndexEntry[] some = table.byText.get(state.values().get(i).text());
        if (some != null && anyMatches(some, arn, request, set, context)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean anyMatches(
      IndexEntry[] some,
      String arn,
      PreparedRequest request,
      PolicySet set,
      RequestContext context) {
    for (IndexEntry entry : some) {
      if (entry.matches(arn, request, set, context)) {
        return true;
      }
    }
    return false;
  }

  /** How those that match name the requester, as bits of {@link GrantKind}. */
  int grants(String arn, PreparedRequest request, PolicySet set, RequestContext context) {
    if (isEmpty || !beginsAlike(arn)) {
      return 0;
    }
    int grants = grants(entries, arn, request, set, context);
    for (EqualityTable table : tables) {
      ContextKeyState state = context.state(table.key);
      if (state.isUnknown()) {
        for (IndexEntry[] some : table.byText.values()) {
          grants |= grants(some, arn, request, set, context);
        }
      }
      for (int i = 0; i < state.values().size(); i++) {
        IndexEntry[] some = table.byText.get(state.values().get(i).text());
        grants |= some == null ? 0 : grants(some, arn, request, set, context);
      }
    }
    return grants;
  }

  private static int grants(
      IndexEntry[] some,
      String arn,
      PreparedRequest request,
      PolicySet set,
      RequestContext context) {
    int grants = 0;
    for (IndexEntry entry : some) {
      if (entry.matches(arn, request, set, context)) {
        grants |= entry.statement().grants(request, set);
      }
    }
    return grants;
  }
}
