package dev.postern.eval;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one effect that speak of one action, found by the requested ARN.
 *
 * <p>A Patricia trie over the literal text that resource patterns begin with, walked once along the
 * ARN: on its way stand all the statements that can match, and hardly any others. Patterns that
 * begin with a wildcard, {@code *} and {@code NotResource} stand at its root.
 */
final class ResourceIndex {
  static final ResourceIndex EMPTY = new ResourceIndex(ImmutableList.of(), Node.of("", List.of()));

  private final ImmutableList<CompiledStatement> statements;
  private final Node root;

  /**
   * A place at which texts part. What lies between two places is not compared on the way: entries
   * compare all of their text, once, and mostly the way leads to none but the right ones.
   */
  private static final class Node {
    private final int depth;
    private final EntryList entries;
    private final char[] next;
    private final Node[] children;

    private Node(int depth, EntryList entries, char[] next, Node[] children) {
      this.depth = depth;
      this.entries = entries;
      this.next = next;
      this.children = children;
    }

    /** Makes the node of entries whose prefixes all begin with a text. */
    static Node of(String shared, List<IndexEntry> all) {
      List<IndexEntry> here = new ArrayList<>();
      List<IndexEntry> longer = new ArrayList<>();
      for (IndexEntry entry : all) {
        (entry.prefix().length() == shared.length() ? here : longer).add(entry);
      }
      longer.sort(Comparator.comparing(IndexEntry::prefix));
      StringBuilder next = new StringBuilder();
      List<Node> children = new ArrayList<>();
      int start = 0;
      while (start < longer.size()) {
        char first = longer.get(start).prefix().charAt(shared.length());
        int end = start;
        while (end < longer.size() && longer.get(end).prefix().charAt(shared.length()) == first) {
          end++;
        }
        List<IndexEntry> branch = longer.subList(start, end);
        next.append(first);
        children.add(of(common(branch), branch));
        start = end;
      }
      return new Node(
          shared.length(),
          EntryList.of(shared, here),
          next.toString().toCharArray(),
          children.toArray(new Node[0]));
    }

    /* Of sorted texts the first and the last have the least in common. */
    private static String common(List<IndexEntry> sorted) {
      return Strings.commonPrefix(sorted.get(0).prefix(), sorted.get(sorted.size() - 1).prefix());
    }

    @Nullable Node child(String arn) {
      if (depth >= arn.length()) {
        return null;
      }
      int found = Arrays.binarySearch(next, arn.charAt(depth));
      return found < 0 ? null : children[found];
    }
  }

  private ResourceIndex(ImmutableList<CompiledStatement> statements, Node root) {
    this.statements = statements;
    this.root = root;
  }

  static ResourceIndex of(List<CompiledStatement> statements) {
    if (statements.isEmpty()) {
      return EMPTY;
    }
    List<IndexEntry> entries = new ArrayList<>();
    for (CompiledStatement statement : statements) {
      ImmutableList<CompiledResource> patterns = statement.resource().listedPatterns();
      if (patterns.isEmpty()) {
        entries.add(IndexEntry.of(statement));
      }
      patterns.forEach(pattern -> entries.add(IndexEntry.of(statement, pattern)));
    }
    return new ResourceIndex(ImmutableList.copyOf(statements), Node.of("", entries));
  }

  /** Whether some statement matches, by the reading that is taken. */
  boolean anyMatches(PreparedRequest request, PolicySet set) {
    if (statements.isEmpty()) {
      return false;
    }
    if (!request.canBeIndexed()) {
      return anyMatchesOneByOne(request, set);
    }
    RequestContext context = request.given();
    String arn = request.resourceText();
    Node node = root;
    while (node != null) {
      if (node.entries.anyMatches(arn, request, set, context)) {
        return true;
      }
      node = node.child(arn);
    }
    return false;
  }

  /** How the statements that match name the requester, as bits of {@link GrantKind}. */
  int grants(PreparedRequest request, PolicySet set) {
    if (statements.isEmpty()) {
      return 0;
    }
    if (!request.canBeIndexed()) {
      return grantsOneByOne(request, set);
    }
    RequestContext context = request.given();
    String arn = request.resourceText();
    int grants = 0;
    Node node = root;
    while (node != null) {
      grants |= node.entries.grants(arn, request, set, context);
      node = node.child(arn);
    }
    return grants;
  }

  /* A tag key in two spellings, or letter case that may not count: each statement as a whole. */
  private boolean anyMatchesOneByOne(PreparedRequest request, PolicySet set) {
    for (CompiledStatement statement : statements) {
      if (statement.matchesBeyondAction(request, set).taken(statement.effect())) {
        return true;
      }
    }
    return false;
  }

  private int grantsOneByOne(PreparedRequest request, PolicySet set) {
    int grants = 0;
    for (CompiledStatement statement : statements) {
      if (statement.matchesBeyondAction(request, set).taken(statement.effect())) {
        grants |= statement.grants(request, set);
      }
    }
    return grants;
  }
}
